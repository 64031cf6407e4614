// SPDX-License-Identifier: MIT
// The broker, as SigmaRisk sees it: one position in one symbol, found by the magic number, on netting
// and hedging accounts; orders, and what became of them, told to the circuit breaker.
#ifndef SIGMA_BROKER_MQH
#define SIGMA_BROKER_MQH
#include <sigma.mqh>

// Whether orders may be sent. If not, why tells what to switch on.
bool SigmaTradingPermitted(string &why)
  {
   why = "";
   if(!TerminalInfoInteger(TERMINAL_TRADE_ALLOWED))
      why = "The terminal sends no orders of programs: press the button \"Algo Trading\" above the charts.";
   else
      if(!MQLInfoInteger(MQL_TRADE_ALLOWED))
         why = "This program may not trade: in its properties (F7), on the page Common, tick \"Allow Algo Trading\".";
      else
         if(!AccountInfoInteger(ACCOUNT_TRADE_ALLOWED) || !AccountInfoInteger(ACCOUNT_TRADE_EXPERT))
            why = "The broker does not let programs trade on this account: it may be an investor's login, which can only watch.";
   return why == "";
  }

CSigma sigma; // the desk, whose circuit breaker hears of every order

class CSigmaBroker
  {
private:
   long              m_magic;
   int               m_attempts;

   // What an order's answer means to the breaker; UNKNOWN where it is nobody's fault, as for a stop
   // that is too near the price to be moved.
   int               EventOf(uint answer, int action)
     {
      if(action == TRADE_ACTION_SLTP && answer == TRADE_RETCODE_INVALID_STOPS)
         return SIGMA_EVENT_UNKNOWN;
      if(answer == TRADE_RETCODE_CONNECTION || answer == TRADE_RETCODE_TIMEOUT)
         return SIGMA_EVENT_NETWORK;
      if(answer == TRADE_RETCODE_TOO_MANY_REQUESTS)
         return SIGMA_EVENT_RATE_LIMIT;
      if(answer == TRADE_RETCODE_FROZEN || answer == TRADE_RETCODE_NO_CHANGES || answer == TRADE_RETCODE_MARKET_CLOSED || answer == TRADE_RETCODE_CLIENT_DISABLES_AT || answer == TRADE_RETCODE_SERVER_DISABLES_AT)
         return SIGMA_EVENT_UNKNOWN;
      return SIGMA_EVENT_ORDER_FAILED;
     }

   // Only where it is certain that nothing was carried out, and another price may help.
   bool              WorthAgain(uint answer)
     {
      return answer == TRADE_RETCODE_REQUOTE || answer == TRADE_RETCODE_PRICE_CHANGED || answer == TRADE_RETCODE_PRICE_OFF;
     }

   bool              IsDone(uint answer)
     {
      return answer == TRADE_RETCODE_DONE || answer == TRADE_RETCODE_DONE_PARTIAL || answer == TRADE_RETCODE_PLACED;
     }

   ENUM_ORDER_TYPE_FILLING Filling()
     {
      long modes = SymbolInfoInteger(_Symbol, SYMBOL_FILLING_MODE);
      if((modes & SYMBOL_FILLING_FOK) != 0)
         return ORDER_FILLING_FOK;
      return (modes & SYMBOL_FILLING_IOC) != 0 ? ORDER_FILLING_IOC : ORDER_FILLING_RETURN;
     }

   bool              Once(MqlTradeRequest &request, uint &answer)
     {
      MqlTradeResult result;
      ZeroMemory(result);
      ulong start = GetMicrosecondCount();
      bool sent = OrderSend(request, result);
      Tell(SIGMA_EVENT_LATENCY, (double)(GetMicrosecondCount() - start) / 1000.0);
      answer = result.retcode;
      if(sent && IsDone(answer))
        {
         Tell(SIGMA_EVENT_ORDER_DONE, 0.0);
         return true;
        }
      Print("order refused: ", answer, " ", result.comment);
      int event = EventOf(answer, request.action);
      if(event != SIGMA_EVENT_UNKNOWN)
         Tell(event, 0.0);
      return false;
     }

   // At the market, at the price of each attempt.
   bool              Deal(MqlTradeRequest &request)
     {
      uint answer = TRADE_RETCODE_REQUOTE;
      bool done = false;
      for(int i = 0; i < m_attempts && !done && WorthAgain(answer); i++)
        {
         request.price = request.type == ORDER_TYPE_BUY ? SymbolInfoDouble(_Symbol, SYMBOL_ASK) : SymbolInfoDouble(_Symbol, SYMBOL_BID);
         done = Once(request, answer);
        }
      return done;
     }

   void              Prepare(MqlTradeRequest &request)
     {
      ZeroMemory(request);
      request.action = TRADE_ACTION_DEAL;
      request.magic = (ulong)m_magic;
      request.symbol = _Symbol;
      request.deviation = (ulong)SymbolInfoInteger(_Symbol, SYMBOL_SPREAD);
      request.type_filling = Filling();
     }

public:
   void              Start(long magic, int attempts)
     {
      m_magic = magic;
      m_attempts = attempts;
     }

   long              Now()
     {
      return SigmaTime(TimeCurrent(), sigma.ahead);
     }

   // Tells the breaker what happened, and the user if its state changes.
   void              Tell(int event, double value)
     {
      sigma_breaker_sample sample;
      sigma_breaker_transition change;
      ZeroMemory(sample);
      sample.time = Now();
      sample.event = event;
      sample.value = value;
      if(sigma_breaker_update(sigma.desk.breaker, sample, change) == SIGMA_OK && change.from != change.to)
         Alert(_Symbol, ": circuit breaker ", SigmaWord(SIGMA_VOCABULARY_LEVEL, change.to), ". ", SigmaSentence(SIGMA_VOCABULARY_ISSUE, change.issue));
     }

   // Selects this program's position: its ticket, or 0.
   ulong             Find()
     {
      for(int i = PositionsTotal() - 1; i >= 0; i--)
        {
         ulong ticket = PositionGetTicket(i);
         if(ticket != 0 && PositionGetString(POSITION_SYMBOL) == _Symbol && PositionGetInteger(POSITION_MAGIC) == m_magic)
            return ticket;
        }
      return 0;
     }

   // On a netting account an order would be merged with what somebody else holds in the symbol.
   bool              Occupied()
     {
      if(AccountInfoInteger(ACCOUNT_MARGIN_MODE) == ACCOUNT_MARGIN_MODE_RETAIL_HEDGING)
         return false;
      return PositionSelect(_Symbol) && PositionGetInteger(POSITION_MAGIC) != m_magic;
     }

   bool              Open(int side, double lots, double stop, double target)
     {
      MqlTradeRequest request;
      Prepare(request);
      request.type = side == SIGMA_SIDE_LONG ? ORDER_TYPE_BUY : ORDER_TYPE_SELL;
      request.volume = lots;
      request.sl = stop;
      request.tp = target;
      return Deal(request);
     }

   bool              Close(ulong ticket, int side, double lots)
     {
      MqlTradeRequest request;
      Prepare(request);
      request.type = side == SIGMA_SIDE_LONG ? ORDER_TYPE_SELL : ORDER_TYPE_BUY;
      request.position = ticket;
      request.volume = lots;
      return Deal(request);
     }

   // Brings the broker's stop to where it has to stand. Near the price the broker may refuse, by its
   // stops and freeze levels: the next bar tries again, and a stop that was reached closes anyway.
   void              MoveStop(ulong ticket, double stop)
     {
      MqlTradeRequest request;
      uint answer = 0;
      if(!PositionSelectByTicket(ticket) || NormalizeDouble(PositionGetDouble(POSITION_SL), _Digits) == NormalizeDouble(stop, _Digits))
         return;
      Prepare(request);
      request.action = TRADE_ACTION_SLTP;
      request.position = ticket;
      request.sl = stop;
      request.tp = PositionGetDouble(POSITION_TP);
      Once(request, answer);
     }

   // Completes the record of a trade whose position is gone; false while the broker's history lacks
   // its end.
   bool              Result(long position, sigma_trade &trade)
     {
      bool ended = false;
      if(!HistorySelectByPosition(position))
         return false;
      trade.profit = 0.0;
      trade.costs = 0.0;
      for(int i = 0; i < HistoryDealsTotal(); i++)
        {
         ulong deal = HistoryDealGetTicket(i);
         double costs = HistoryDealGetDouble(deal, DEAL_COMMISSION) + HistoryDealGetDouble(deal, DEAL_SWAP);
         trade.profit += HistoryDealGetDouble(deal, DEAL_PROFIT) + costs;
         trade.costs -= costs;
         if(HistoryDealGetInteger(deal, DEAL_ENTRY) == DEAL_ENTRY_IN)
            continue;
         ended = true;
         trade.exit = HistoryDealGetDouble(deal, DEAL_PRICE);
         trade.closed = SigmaTime((datetime)HistoryDealGetInteger(deal, DEAL_TIME), sigma.ahead);
         if(HistoryDealGetInteger(deal, DEAL_REASON) == DEAL_REASON_SL)
            trade.reason = SIGMA_EXIT_STOP;
         if(HistoryDealGetInteger(deal, DEAL_REASON) == DEAL_REASON_TP)
            trade.reason = SIGMA_EXIT_TARGET;
        }
      return ended;
     }
  };

#endif
