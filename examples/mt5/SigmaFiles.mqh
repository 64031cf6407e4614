// SPDX-License-Identifier: MIT
// The two files of SigmaRisk in MQL5/Files: the log of decisions, and the state that a restart opens
// again. Both are written at once, so that a terminal that dies loses nothing that was decided.
#ifndef SIGMA_FILES_MQH
#define SIGMA_FILES_MQH
#include <sigma.mqh>

// ---- the log

class CSigmaLog
  {
private:
   string            m_name;

   void              Append(string line)
     {
      uchar bytes[];
      int size = StringToCharArray(line + "\n", bytes, 0, -1, CP_UTF8) - 1; // without the zero
      int file = FileOpen(m_name, FILE_READ | FILE_WRITE | FILE_BIN | FILE_SHARE_READ);
      if(file == INVALID_HANDLE)
        {
         Print("cannot write the log ", m_name);
         return;
        }
      FileSeek(file, 0, SEEK_END);
      FileWriteArray(file, bytes, 0, size);
      FileClose(file);
     }

   // Whole lines that the file has; -1 where its last one was cut off.
   long              Lines()
     {
      uchar bytes[];
      int file = FileOpen(m_name, FILE_READ | FILE_BIN | FILE_SHARE_READ);
      if(file == INVALID_HANDLE)
         return 0;
      int size = (int)FileReadArray(file, bytes);
      FileClose(file);
      long lines = 0;
      for(int i = 0; i < size; i++)
         lines += bytes[i] == 10 ? 1 : 0;
      return size > 0 && bytes[size - 1] != 10 ? -1 : lines;
     }

public:
   // Goes on with the log that has so many lines, or begins a new one; the old one is kept beside it.
   bool              Open(string name, long lines)
     {
      m_name = name + ".jsonl";
      if(lines > 0 && Lines() == lines)
         return true;
      if(FileIsExist(m_name))
         FileMove(m_name, 0, name + "-until-" + IntegerToString((long)TimeCurrent()) + ".jsonl", FILE_REWRITE);
      return false;
     }

   void              Write(string line)
     {
      Append(line);
     }
  };

// ---- the state

template<typename T>
bool SigmaWriteSeal(int file, int kind, T &object)
  {
   uchar bytes[];
   uchar seal[];
   int size = 0;
   int length = 0;
   if(!StructToCharArray(object, bytes) || sigma_seal_size(kind, size) != SIGMA_OK)
      return false;
   ArrayResize(seal, size);
   if(sigma_seal_write(kind, bytes, seal, size, length) != SIGMA_OK)
      return false;
   return FileWriteArray(file, seal, 0, length) == (uint)length;
  }

template<typename T>
bool SigmaReadSeal(int file, int kind, T &object)
  {
   uchar bytes[];
   uchar seal[];
   int size = 0;
   if(!StructToCharArray(object, bytes) || sigma_seal_size(kind, size) != SIGMA_OK)
      return false;
   ArrayResize(seal, size);
   if(FileReadArray(file, seal, 0, size) != (uint)size)
      return false;
   if(sigma_seal_open(kind, seal, size, bytes) != SIGMA_OK)
      return false;
   return CharArrayToStruct(object, bytes);
  }

// All that has to outlive the program.
class CSigmaState
  {
public:
   sigma_market      market;
   sigma_desk        desk;
   sigma_audit       records;
   sigma_regime      regime;
   sigma_journal     journal;
   sigma_exits       exits;     // only while a trade is open
   sigma_trade       trade;     // the same
   long              decided;   // the last bar that was looked at
   long              position;  // the broker's number of the open trade, 0 without one
   long              firm;      // SIGMA_FIRM_..., 0 for none

   // Through a second file, so that there is always a whole one.
   bool              Write(string name)
     {
      int file = FileOpen(name + ".new", FILE_WRITE | FILE_BIN);
      if(file == INVALID_HANDLE)
         return false;
      FileWriteLong(file, decided);
      FileWriteLong(file, position);
      FileWriteLong(file, firm);
      bool written = SigmaWriteSeal(file, SIGMA_KIND_MARKET, market) &&
                     SigmaWriteSeal(file, SIGMA_KIND_DESK, desk) &&
                     SigmaWriteSeal(file, SIGMA_KIND_AUDIT, records) &&
                     SigmaWriteSeal(file, SIGMA_KIND_REGIME, regime) &&
                     SigmaWriteSeal(file, SIGMA_KIND_JOURNAL, journal) &&
                     (position == 0 || (SigmaWriteSeal(file, SIGMA_KIND_EXITS, exits) &&
                                        SigmaWriteSeal(file, SIGMA_KIND_TRADE, trade)));
      FileClose(file);
      return written && FileMove(name + ".new", 0, name + ".state", FILE_REWRITE);
     }

   // False where there is none, or a damaged one: then nothing of it may be used.
   bool              Read(string name)
     {
      int file = FileOpen(name + ".state", FILE_READ | FILE_BIN);
      if(file == INVALID_HANDLE)
         return false;
      decided = FileReadLong(file);
      position = FileReadLong(file);
      firm = FileReadLong(file);
      bool whole = SigmaReadSeal(file, SIGMA_KIND_MARKET, market) &&
                   SigmaReadSeal(file, SIGMA_KIND_DESK, desk) &&
                   SigmaReadSeal(file, SIGMA_KIND_AUDIT, records) &&
                   SigmaReadSeal(file, SIGMA_KIND_REGIME, regime) &&
                   SigmaReadSeal(file, SIGMA_KIND_JOURNAL, journal) &&
                   (position == 0 || (SigmaReadSeal(file, SIGMA_KIND_EXITS, exits) &&
                                      SigmaReadSeal(file, SIGMA_KIND_TRADE, trade)));
      FileClose(file);
      return whole;
     }
  };

#endif
