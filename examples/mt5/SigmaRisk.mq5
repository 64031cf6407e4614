// SPDX-License-Identifier: MIT
// SigmaRisk trades one symbol as libsigma decides: whether, how large, with which stop and target,
// and when to leave. All numbers come from sigma.dll; this program only asks, orders and remembers.
//
// Once a bar, when it has closed: feed it, look after the open trade or, without one, ask for a
// decision, write it into the log, place it. The signal is there to show the desk at work; no edge is
// claimed for it. Try it on a demo account.
//
// In MQL5/Files it keeps sigma-SYMBOL-MINUTES-MAGIC.jsonl, the log of all decisions, exits and closed
// trades, which "sigma-replay --verify" recomputes on any machine, and .state, which a restart opens.
#property copyright "libsigma, MIT licence"
#property version   "0.10"
#property description "Risk, size, stops and exits by libsigma. Needs sigma.dll."

#include <sigma.mqh>
#include "SigmaFiles.mqh"
#include "SigmaBroker.mqh"

input group "Risk"
input ENUM_SIGMA_PROFILE Profile = SIGMA_PROFILE_MODERATE; // How careful
input double Commission = 0.0;                             // Commission of a lot and side, account currency
input double Slippage = 0.0;                               // Usual slippage, in and out together, ticks
input group "Rules of a prop firm"
input ENUM_SIGMA_FIRM Firm = SIGMA_FIRM_UNKNOWN;           // The firm, UNKNOWN for none
input double FirmStart = 0.0;                              // Balance the account began with, 0 as published
input group "Exits"
input ENUM_SIGMA_STYLE Style = SIGMA_STYLE_PLAIN;          // Rules of trail, time and parts
input group "Program"
input long Magic = 20260;                                  // Marks this program's orders
input int History = 1000;                                  // Closed bars to read at the start
input int Attempts = 3;                                    // Attempts where the price has moved

const int DESK_SYMBOL = 1;

CSigmaBroker        broker;
CSigmaLog           log_file;
CSigmaState         state;        // what the parts below are between two bars
sigma_signal_params trend;
sigma_kelly_params  kelly;
sigma_journal       journal;
sigma_exits_params  rules;
sigma_exits         exits;
sigma_trade         trade;        // the open one
long                position = 0; // its number at the broker, 0 without one
long                decided = 0;  // the last bar that was looked at
datetime            seen = 0;     // bar that is forming
bool                begun = false;

string FileName()
  {
   string name = "sigma-" + _Symbol + "-" + IntegerToString(PeriodSeconds() / 60) + "-" + IntegerToString(Magic);
   StringReplace(name, "/", "_");
   return name;
  }

// True where a call worked; else the user is told which did not.
bool Works(int status, string call)
  {
   if(status < SIGMA_OK)
      Print(call, ": ", SigmaSentence(SIGMA_VOCABULARY_STATUS, status));
   return status >= SIGMA_OK;
  }

// ---- the start

int OnInit()
  {
   string why;
   begun = false;
   seen = 0;
   if(!SigmaReady(why))
     {
      Alert(why);
      Comment(why);
      return INIT_FAILED;
     }
   if(!SigmaTradingPermitted(why)) // it watches and logs all the same
      Alert(why);
   return INIT_SUCCEEDED;
  }

void OnDeinit(const int reason)
  {
   if(begun)
      Save();
   Comment("");
  }

bool ReadSymbol(sigma_symbol &facts)
  {
   int status = SigmaSymbol(_Symbol, DESK_SYMBOL, facts);
   facts.commission = Commission;
   facts.slippage = Slippage;
   if(status != SIGMA_OK)
      Comment("The broker has not told all facts of " + _Symbol + " yet.");
   return status == SIGMA_OK;
  }

bool StartGuards()
  {
   sigma_regime_params of_regime;
   sigma_journal_params of_journal;
   sigma_prop_params of_prop;
   sigma_breaker_params of_breaker;
   broker.Start(Magic, Attempts);
   if(!Works(sigma_breaker_defaults(of_breaker), "breaker") ||
      !Works(sigma_desk_breaker(sigma.desk, broker.Now(), of_breaker), "breaker") ||
      !Works(sigma_regime_defaults(0, of_regime), "regime") ||
      !Works(sigma_regime_init(sigma.regime, of_regime), "regime") ||
      !Works(sigma_advice_defaults(sigma.advice), "advice") ||
      !Works(sigma_signal_defaults(trend), "signal") ||
      !Works(sigma_exits_defaults(rules, Style), "exits") ||
      !Works(sigma_kelly_preset(Profile, kelly), "kelly") ||
      !Works(sigma_journal_defaults(of_journal, AccountInfoDouble(ACCOUNT_EQUITY)), "journal") ||
      !Works(sigma_journal_init(journal, of_journal), "journal"))
      return false;
   sigma.advice.size_only = 1;
   if(Firm == SIGMA_FIRM_UNKNOWN)
      return true;
   if(!Works(sigma_prop_defaults(of_prop, Firm), "firm"))
      return false;
   if(FirmStart > 0.0)
      of_prop.start = FirmStart;
   return Works(sigma_desk_prop(sigma.desk, broker.Now(), of_prop), "firm");
  }

// Goes on where the program stopped. Rules of another firm begin anew.
void Restore()
  {
   sigma_prop fresh = sigma.desk.prop;
   ulong parts = sigma.desk.parts;
   sigma.market = state.market;
   sigma.desk = state.desk;
   sigma.records = state.records;
   sigma.regime = state.regime;
   journal = state.journal;
   exits = state.exits;
   trade = state.trade;
   decided = state.decided;
   position = state.position;
   if(state.firm == Firm && state.desk.prop.params.start == fresh.params.start)
      return;
   sigma.desk.prop = fresh;
   sigma.desk.parts = parts;
  }

void Save()
  {
   state.market = sigma.market;
   state.desk = sigma.desk;
   state.records = sigma.records;
   state.regime = sigma.regime;
   state.journal = journal;
   state.exits = exits;
   state.trade = trade;
   state.decided = decided;
   state.position = position;
   state.firm = Firm;
   if(!state.Write(FileName()))
      Print("cannot write the state ", FileName());
  }

// Once the terminal knows prices and account; until then each tick tries again.
bool Begin()
  {
   sigma_symbol facts;
   string header;
   long ahead = SigmaAhead();
   if(TimeCurrent() == 0 || AccountInfoDouble(ACCOUNT_BALANCE) <= 0.0 || !ReadSymbol(facts))
      return false;
   if(!Works(sigma_policy_preset(Profile, sigma.policy), "policy") ||
      !Works(sigma.Start(facts, PeriodSeconds(), ahead, SigmaTime(TimeCurrent(), ahead), AccountInfoDouble(ACCOUNT_BALANCE), header), "start") ||
      !StartGuards())
      return false;
   bool known = state.Read(FileName());
   sigma_audit fresh = sigma.records;
   if(known)
      Restore();
   bool same = known && sigma.records.digest == fresh.digest;
   if(!log_file.Open(FileName(), same ? sigma.records.line : 0))
     {
      sigma.records = fresh; // another policy, or the log is gone: a new one
      log_file.Write(header);
     }
   return Learn();
  }

// What the closed trades prove.
bool Learn()
  {
   sigma_edge edge;
   double multiples[];
   ArrayResize(multiples, SIGMA_JOURNAL_SPACE);
   return Works(sigma_edge_read(kelly, journal, multiples, SIGMA_JOURNAL_SPACE, edge), "edge") &&
          Works(sigma_desk_edge(sigma.desk, edge), "edge");
  }

// ---- a tick

void OnTick()
  {
   if(!begun)
      begun = Begin();
   if(!begun)
      return;
   Watch();
   datetime forming = iTime(_Symbol, _Period, 0);
   if(forming != 0 && forming != seen && NewBar())
      seen = forming;
  }

// A firm's rules look at every tick.
void Watch()
  {
   sigma_prop_sample sample;
   if(Firm == SIGMA_FIRM_UNKNOWN)
      return;
   ZeroMemory(sample);
   sample.time = broker.Now();
   sample.balance = AccountInfoDouble(ACCOUNT_BALANCE);
   sample.equity = AccountInfoDouble(ACCOUNT_EQUITY);
   sample.high = sample.equity;
   sample.low = sample.equity;
   Works(sigma_prop_update(sigma.desk.prop, sample), "firm");
  }

// ---- a bar has closed

bool NewBar()
  {
   MqlRates rates[];
   sigma_symbol facts;
   int count = CopyRates(_Symbol, _Period, 1, History, rates);
   if(count <= 0 || !ReadSymbol(facts) || !Works(sigma_market_symbol(sigma.market, facts), "symbol"))
      return false;
   sigma.symbol = facts;
   broker.Tell(SIGMA_EVENT_TIME, 0.0);
   if(!LookForPosition() || !Works(sigma.Account(broker.Now()), "account"))
      return false;
   for(int i = 0; i < count; i++)
      if(sigma.market.bars == 0 || SigmaTime(rates[i].time, sigma.ahead) > sigma.market.time)
         Feed(rates[i]);
   bool first = decided != sigma.market.time; // sealed with the decision: never two trades for a bar
   decided = sigma.market.time;
   if(first && position == 0 && !broker.Occupied())
      Propose();
   Save();
   return true;
  }

void Feed(const MqlRates &rates)
  {
   sigma_bar bar;
   if(!Works(SigmaBar(rates, sigma.ahead, bar), "bar") || !Works(sigma.Bar(rates), "bar"))
      return;
   if(position != 0 && bar.time >= exits.entry.time)
      LookAfter(bar, sigma.regime.regime);
  }

// ---- lines of the log beside those of decisions

void Record(int status, const uchar &buffer[], int length)
  {
   if(!Works(status, "log"))
      return;
   log_file.Write(SigmaText(buffer, length));
   Save();
  }

void RecordTrade()
  {
   sigma_audit_trade line;
   uchar buffer[SIGMA_AUDIT_EVENT_SPACE];
   int length = 0;
   ZeroMemory(line);
   line.trade = trade;
   int status = sigma_audit_trade_write(sigma.records, line, buffer, SIGMA_AUDIT_EVENT_SPACE, length);
   Record(status, buffer, length);
  }

// With the position as it was before, so that the exit can be recomputed.
void RecordExit(const sigma_exits &before, const sigma_bar &bar, const sigma_exits_sample &sample)
  {
   sigma_audit_exit line;
   uchar buffer[SIGMA_AUDIT_EVENT_SPACE];
   int length = 0;
   ZeroMemory(line);
   line.exits = before;
   line.bar = bar;
   line.sample = sample;
   line.time = broker.Now();
   line.id = trade.id;
   line.symbol = DESK_SYMBOL;
   int status = sigma_audit_exit_write(sigma.records, line, buffer, SIGMA_AUDIT_EVENT_SPACE, length);
   Record(status, buffer, length);
  }

// ---- the open trade

// Finds out whether the position was opened or closed since; false while that is not known.
bool LookForPosition()
  {
   ulong ticket = broker.Find();
   if(position != 0 && ticket == 0)
      return Closed();
   if(position == 0 && ticket != 0)
      Adopt(ticket);
   return true;
  }

// Loss at the stop, with costs, as it stands now.
double RiskNow(double lots, double stop)
  {
   double profit = 0.0;
   double cost = 0.0;
   Works(sigma_symbol_profit(sigma.symbol, trade.side, lots, trade.entry, stop, profit), "risk");
   Works(sigma_symbol_cost(sigma.symbol, lots, trade.entry, stop, cost), "risk");
   return MathMax(0.0, cost - profit);
  }

void TellDesk(double lots, double stop, double target)
  {
   sigma_position held;
   ZeroMemory(held);
   held.time = trade.opened;
   held.entry = trade.entry;
   held.stop = stop;
   held.target = target;
   held.lots = lots;
   held.risk = RiskNow(lots, stop);
   held.id = trade.id;
   held.symbol = DESK_SYMBOL;
   held.side = trade.side;
   Works(sigma_desk_position(sigma.desk, held), "position");
  }

void Adopt(ulong ticket)
  {
   sigma_exits_entry entry;
   sigma_market_result market;
   if(!PositionSelectByTicket(ticket))
      return;
   ZeroMemory(trade);
   ZeroMemory(entry);
   position = PositionGetInteger(POSITION_IDENTIFIER);
   trade.opened = SigmaTime(iTime(_Symbol, _Period, 0), sigma.ahead);
   trade.entry = PositionGetDouble(POSITION_PRICE_OPEN);
   trade.lots = PositionGetDouble(POSITION_VOLUME);
   trade.id = (int)(position % 1000000000) + 1;
   trade.symbol = DESK_SYMBOL;
   trade.side = PositionGetInteger(POSITION_TYPE) == POSITION_TYPE_BUY ? SIGMA_SIDE_LONG : SIGMA_SIDE_SHORT;
   trade.regime = sigma.regime.regime;
   trade.risk = RiskNow(trade.lots, PositionGetDouble(POSITION_SL));
   trade.given = trade.risk > 0.0 ? (ulong)1 << SIGMA_TRADE_RISK : 0;
   entry.time = trade.opened;
   entry.entry = trade.entry;
   entry.stop = PositionGetDouble(POSITION_SL);
   entry.target = PositionGetDouble(POSITION_TP);
   entry.atr = sigma_market_read(sigma.market, market) == SIGMA_OK ? market.atr : 0.0;
   entry.tick_size = sigma.symbol.tick_size;
   entry.side = trade.side;
   entry.regime = trade.regime;
   TellDesk(trade.lots, entry.stop, entry.target);
   if(!Works(sigma_exits_init(exits, rules, entry), "exits")) // without a usable stop nothing is held
      broker.Close(ticket, trade.side, trade.lots);
  }

bool Closed()
  {
   trade.reason = exits.closing;
   if(!broker.Result(position, trade))
      return false;
   broker.Tell(SIGMA_EVENT_TRADE, trade.profit / AccountInfoDouble(ACCOUNT_EQUITY));
   TellDesk(0.0, exits.stop, 0.0);
   Works(sigma_journal_update(journal, trade), "journal");
   position = 0;
   RecordTrade();
   return Learn();
  }

// Whether all has to be closed: the breaker, or the firm's rules.
bool Emergency()
  {
   sigma_breaker_result breaker;
   sigma_prop_result firm;
   if(sigma_breaker_read(sigma.desk.breaker, breaker) == SIGMA_OK && breaker.close_all != 0)
      return true;
   return Firm != SIGMA_FIRM_UNKNOWN && sigma_prop_read(sigma.desk.prop, firm) == SIGMA_OK && firm.phase != SIGMA_PHASE_ACTIVE;
  }

void LookAfter(const sigma_bar &bar, int now)
  {
   sigma_exits_sample sample;
   sigma_exits_result result;
   sigma_features features;
   ZeroMemory(sample);
   sample.regime = now;
   sample.order = Emergency() ? SIGMA_EXIT_EMERGENCY : SIGMA_EXIT_UNKNOWN;
   if(sigma_market_features(sigma.market, features) == SIGMA_OK)
     {
      sample.atr = features.atr;
      sample.rsi = features.rsi;
      sample.histogram = features.macd_histogram;
      sample.given = ((ulong)1 << SIGMA_SEEN_ATR) | ((ulong)1 << SIGMA_SEEN_RSI) | ((ulong)1 << SIGMA_SEEN_HISTOGRAM);
     }
   sigma_exits before = exits;
   if(!Works(sigma_exits_update(exits, bar, sample, result), "exits") || broker.Find() == 0)
      return;
   if(result.action != SIGMA_ACTION_HOLD)
      RecordExit(before, bar, sample);
   Act(result);
  }

void Act(const sigma_exits_result &result)
  {
   ulong ticket = broker.Find();
   if(ticket == 0)
      return;
   if(result.fraction > 0.0)
      Reduce(ticket, PositionGetDouble(POSITION_VOLUME), result);
   if(result.action != SIGMA_ACTION_CLOSE)
     {
      broker.MoveStop(ticket, result.stop);
      if(PositionSelectByTicket(ticket))
         TellDesk(PositionGetDouble(POSITION_VOLUME), result.stop, exits.entry.target);
     }
  }

void Reduce(ulong ticket, double held, const sigma_exits_result &result)
  {
   sigma_proposal proposal;
   sigma_decision decision;
   ZeroMemory(proposal);
   proposal.time = broker.Now();
   proposal.id = sigma.market.time;
   proposal.symbol = DESK_SYMBOL;
   proposal.side = trade.side;
   proposal.intent = SIGMA_INTENT_REDUCE;
   if(result.action == SIGMA_ACTION_REDUCE)
     {
      proposal.lots = held * result.fraction;
      proposal.given = (ulong)1 << SIGMA_GIVEN_LOTS;
     }
   TellDesk(held, result.stop, exits.entry.target);
   if(!Decide(proposal, decision) || decision.lots <= 0.0)
      return;
   Print("leaves ", decision.lots, " lots: ", SigmaSentence(SIGMA_VOCABULARY_EXIT, result.reason));
   broker.Close(ticket, trade.side, decision.lots);
  }

// ---- a new trade

// Asks, and writes the answer into the log before anything is ordered.
bool Decide(const sigma_proposal &proposal, sigma_decision &decision)
  {
   string line;
   if(!Works(sigma.Decide(proposal, decision, line), "decide") || line == "")
      return false;
   log_file.Write(line);
   Save();
   return true;
  }

// Every reason that stands against a trade, in words; of the firm's rules each.
string Refusal(const sigma_decision &decision)
  {
   string text = SigmaReasons(decision.refused);
   for(int rule = 0; rule < SIGMA_RULE_COUNT; rule++)
      if((decision.rules >> rule & 1) != 0)
         text = text + SigmaSentence(SIGMA_VOCABULARY_RULE, rule) + " ";
   return text;
  }

void Propose()
  {
   sigma_features features;
   sigma_signal_result heard;
   sigma_proposal proposal;
   sigma_decision decision;
   if(sigma_market_features(sigma.market, features) != SIGMA_OK || sigma_signal_trend(trend, features, heard) != SIGMA_OK || heard.side == SIGMA_SIDE_UNKNOWN)
      return;
   ZeroMemory(proposal);
   proposal.time = broker.Now();
   proposal.id = sigma.market.time;
   proposal.entry = SymbolInfoDouble(_Symbol, heard.side == SIGMA_SIDE_LONG ? SYMBOL_ASK : SYMBOL_BID);
   proposal.confidence = heard.strength;
   proposal.given = (ulong)1 << SIGMA_GIVEN_CONFIDENCE;
   proposal.symbol = DESK_SYMBOL;
   proposal.side = heard.side;
   proposal.intent = SIGMA_INTENT_OPEN;
   if(!Decide(proposal, decision))
      return;
   if(decision.lots <= 0.0)
     {
      Comment(Refusal(decision));
      if(decision.rules != 0)
         Print("the firm's rules do not allow it: ", Refusal(decision));
      return;
     }
   Comment("granted");
   if(broker.Open(heard.side, decision.lots, decision.stops.stop, decision.stops.target))
      LookForPosition();
  }
