// SPDX-License-Identifier: MIT
// What sigma.mqh offers, called once each, and a replay of the terminal's bars through it. Prints
// what is wrong; OnStart() ends with "done".
#property script_show_inputs
#include <sigma.mqh>

int failures = 0;

void Expect(bool holds, string what)
  {
   if(!holds)
     {
      failures++;
      PrintFormat("wrong: %s", what);
     }
  }

void CheckWords()
  {
   Expect(SigmaWord(SIGMA_VOCABULARY_SIDE, SIGMA_SIDE_LONG) == "long", "a word");
   Expect(SigmaWord(SIGMA_VOCABULARY_SIDE, 99) == "", "a word that does not exist");
   Expect(SigmaSentence(SIGMA_VOCABULARY_SIDE, 99) == "", "a sentence that does not exist");
   ulong both = ((ulong)1 << SIGMA_REASON_STOP) | ((ulong)1 << SIGMA_REASON_EDGE);
   Expect(SigmaReasons(both) == SigmaSentence(SIGMA_VOCABULARY_REASON, SIGMA_REASON_STOP) + " " +
          SigmaSentence(SIGMA_VOCABULARY_REASON, SIGMA_REASON_EDGE) + " ", "reasons");
  }

void CheckArrays()
  {
   double close[];
   double average[];
   ArrayResize(close, 10);
   ArrayResize(average, 10);
   for(int i = 0; i < 10; i++)
      close[i] = 1.0 + i;
   Expect(sigma_sma_batch(4, close, 10, average) == SIGMA_OK, "a column");
   Expect(average[9] == 8.5, "its average");
   Expect(sigma_sma_batch(4, close, -1, average) == SIGMA_E_RANGE, "a bad count");
  }

void CheckSeal()
  {
   sigma_symbol symbol;
   sigma_symbol opened;
   uchar object[];
   uchar seal[1024];
   int length = 0;
   Expect(SigmaSymbol("EURUSD", 7, symbol) == SIGMA_OK, "a symbol");
   ZeroMemory(opened);
   StructToCharArray(symbol, object);
   Expect(sigma_seal_write(SIGMA_KIND_SYMBOL, object, seal, 1024, length) == SIGMA_OK, "a seal");
   StructToCharArray(opened, object);
   Expect(sigma_seal_open(SIGMA_KIND_SYMBOL, seal, length, object) == SIGMA_OK, "to open it");
   CharArrayToStruct(opened, object);
   Expect(opened.id == 7 && opened.tick_value == symbol.tick_value, "what was sealed");
   Expect(opened.asset == SIGMA_ASSET_FOREX && opened.leverage == 20.0, "asset and leverage");
   Expect(opened.spread > 11.999 && opened.spread < 12.001, "spread in ticks");
   Expect(SigmaAsset("XAUUSD") == SIGMA_ASSET_METAL && SigmaAsset("BTCUSD") == SIGMA_ASSET_CRYPTO &&
          SigmaAsset("SPX500") == SIGMA_ASSET_INDEX, "kinds of asset");
   Expect(SigmaAhead() == 10800, "hours ahead");
   Expect(SigmaTime(10800, 10800) == 0, "an instant");
  }

void Log(int file, string line)
  {
   uchar bytes[];
   int size = StringToCharArray(line + "\n", bytes);
   FileWriteArray(file, bytes, 0, size - 1);
  }

// A plan to buy the fast average's crossing of the slow one, and to sell the other.
int Propose(CSigma &sigma, const MqlRates &rates, sigma_proposal &proposal)
  {
   sigma_features features;
   int status = sigma_market_features(sigma.market, features);
   if(status != SIGMA_OK)
      return status;
   ZeroMemory(proposal);
   proposal.time = SigmaTime(rates.time, 0) + sigma.market.params.interval;
   proposal.id = (long)rates.time;
   proposal.entry = rates.close;
   proposal.symbol = sigma.symbol.id;
   proposal.side = features.ema[0] > features.ema[1] ? SIGMA_SIDE_LONG : SIGMA_SIDE_SHORT;
   proposal.intent = SIGMA_INTENT_OPEN;
   return SIGMA_OK;
  }

int Replay(CSigma &sigma, int file, int &granted)
  {
   MqlRates rates[];
   sigma_proposal proposal;
   sigma_decision decision;
   string line;
   int lines = 0;
   int count = CopyRates("SPX500", PERIOD_D1, 0, 100000, rates);
   for(int i = 0; i < count; i++)
     {
      Expect(sigma.Bar(rates[i]) >= SIGMA_OK, "a bar");
      long closed = SigmaTime(rates[i].time, 0) + sigma.market.params.interval;
      Expect(sigma.Account(closed) == SIGMA_OK, "the account");
      if(Propose(sigma, rates[i], proposal) != SIGMA_OK)
         continue;
      Expect(sigma.Decide(proposal, decision, line) == SIGMA_OK, "a decision");
      Expect(decision.lots > 0.0 || decision.refused != 0 || decision.missing != 0, "a reason");
      granted += decision.lots > 0.0 ? 1 : 0;
      lines++;
      Log(file, line);
     }
   return lines;
  }

void CheckReplay()
  {
   CSigma sigma;
   sigma_symbol symbol;
   string header;
   int granted = 0;
   Expect(SigmaSymbol("SPX500", 10, symbol) == SIGMA_OK, "an index");
   Expect(sigma_policy_defaults(sigma.policy) == SIGMA_OK, "a policy");
   Expect(sigma_sizing_preset(SIGMA_MODE_FRACTION, sigma.policy.sizing) == SIGMA_OK, "its sizing");
   Expect(sigma.Start(symbol, 86400, 0, 0, 100000.0, header) == SIGMA_OK, "a start");
   int file = FileOpen("decisions.jsonl", FILE_WRITE | FILE_BIN);
   Expect(file != INVALID_HANDLE, "a file");
   Log(file, header);
   int lines = Replay(sigma, file, granted);
   FileClose(file);
   PrintFormat("%d decisions, %d granted", lines, granted);
  }

void OnStart()
  {
   string why;
   if(!SigmaReady(why))
     {
      PrintFormat("refused: %s", why);
      return;
     }
   CheckWords();
   CheckArrays();
   CheckSeal();
   CheckReplay();
   PrintFormat("done, %d wrong", failures);
  }
