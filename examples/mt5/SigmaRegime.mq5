// SPDX-License-Identifier: MIT
// SigmaRegime colours each bar by the kind of market that libsigma's filter sees in it, and draws where
// the desk would put the stop of a long and of a short that is entered at its close. All numbers come
// from sigma.dll. Bars are judged when they have closed; the one that is forming looks like the last.
#property copyright "libsigma, MIT licence"
#property version   "0.10"
#property description "Regime and stop levels by libsigma. Needs sigma.dll."
#property indicator_chart_window
#property indicator_buffers 7
#property indicator_plots   3
#property indicator_label1  "Open;High;Low;Close"
#property indicator_type1   DRAW_COLOR_CANDLES
#property indicator_color1  clrGray, clrSeaGreen, clrFireBrick, clrSteelBlue, clrDarkKhaki, clrDarkOrange
#property indicator_label2  "Stop of a long"
#property indicator_type2   DRAW_LINE
#property indicator_color2  clrSeaGreen
#property indicator_style2  STYLE_DOT
#property indicator_label3  "Stop of a short"
#property indicator_type3   DRAW_LINE
#property indicator_color3  clrFireBrick
#property indicator_style3  STYLE_DOT

#include <sigma.mqh>

input bool Years = false; // Calm lasts years, as on daily bars

double            Opens[];
double            Highs[];
double            Lows[];
double            Closes[];
double            Colours[]; // SIGMA_REGIME_...
double            LongStop[];
double            ShortStop[];

sigma_regime      regime;
sigma_atr         range;
sigma_stops_params levels;
sigma_symbol      facts;
long              ahead = 0;

int OnInit()
  {
   string why;
   if(!SigmaReady(why))
     {
      Alert(why);
      return INIT_FAILED;
     }
   SetIndexBuffer(0, Opens, INDICATOR_DATA);
   SetIndexBuffer(1, Highs, INDICATOR_DATA);
   SetIndexBuffer(2, Lows, INDICATOR_DATA);
   SetIndexBuffer(3, Closes, INDICATOR_DATA);
   SetIndexBuffer(4, Colours, INDICATOR_COLOR_INDEX);
   SetIndexBuffer(5, LongStop, INDICATOR_DATA);
   SetIndexBuffer(6, ShortStop, INDICATOR_DATA);
   PlotIndexSetDouble(1, PLOT_EMPTY_VALUE, EMPTY_VALUE);
   PlotIndexSetDouble(2, PLOT_EMPTY_VALUE, EMPTY_VALUE);
   return INIT_SUCCEEDED;
  }

// Anew: at the first call, and when the terminal has loaded older bars.
bool Begin()
  {
   sigma_regime_params params;
   ahead = SigmaAhead();
   return SigmaSymbol(_Symbol, 1, facts) == SIGMA_OK && sigma_stops_defaults(levels) == SIGMA_OK &&
          sigma_regime_defaults(Years ? 1 : 0, params) == SIGMA_OK && sigma_regime_init(regime, params) == SIGMA_OK &&
          sigma_atr_init(range, 14) == SIGMA_OK;
  }

double Stop(int side, double close, double atr, int kind)
  {
   sigma_stops_sample sample;
   sigma_stops_result result;
   ZeroMemory(sample);
   sample.entry = close;
   sample.atr = atr;
   sample.regime = kind;
   sample.side = side;
   if(sigma_stops_evaluate(levels, facts, sample, result) != SIGMA_OK || result.stop <= 0.0)
      return EMPTY_VALUE;
   return result.stop;
  }

void Judge(int i, const sigma_bar &bar)
  {
   sigma_regime_result found;
   double atr = 0.0;
   LongStop[i] = EMPTY_VALUE;
   ShortStop[i] = EMPTY_VALUE;
   Colours[i] = SIGMA_REGIME_UNKNOWN;
   if(sigma_bar_check(bar) != SIGMA_OK || sigma_regime_update(regime, bar, found) < SIGMA_OK)
      return;
   Colours[i] = found.regime;
   if(sigma_atr_update(range, bar.high, bar.low, bar.close, atr) != SIGMA_OK)
      return;
   LongStop[i] = Stop(SIGMA_SIDE_LONG, bar.close, atr, found.regime);
   ShortStop[i] = Stop(SIGMA_SIDE_SHORT, bar.close, atr, found.regime);
  }

int OnCalculate(const int rates_total, const int prev_calculated, const datetime &time[], const double &open[], const double &high[], const double &low[], const double &close[], const long &tick_volume[], const long &volume[], const int &spread[])
  {
   ArraySetAsSeries(time, false);
   ArraySetAsSeries(open, false);
   ArraySetAsSeries(high, false);
   ArraySetAsSeries(low, false);
   ArraySetAsSeries(close, false);
   if(rates_total < 2 || (prev_calculated == 0 && !Begin()))
      return 0;
   for(int i = prev_calculated > 0 ? prev_calculated - 1 : 0; i < rates_total; i++)
     {
      Opens[i] = open[i];
      Highs[i] = high[i];
      Lows[i] = low[i];
      Closes[i] = close[i];
      if(i == rates_total - 1) // it is forming
        {
         Colours[i] = Colours[i - 1];
         LongStop[i] = LongStop[i - 1];
         ShortStop[i] = ShortStop[i - 1];
         continue;
        }
      sigma_bar bar;
      bar.time = SigmaTime(time[i], ahead);
      bar.open = open[i];
      bar.high = high[i];
      bar.low = low[i];
      bar.close = close[i];
      bar.volume = 0.0;
      Judge(i, bar);
     }
   return rates_total;
  }
