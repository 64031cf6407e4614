// SPDX-License-Identifier: MIT
// Runs SigmaRegime: indicator.exe BARS DIGITS. The terminal has 1000 bars at first, then each forms
// over two ticks. Prints the colour and both stops of every closed bar; what it once drew may not
// change.

static int calculate(int count, int before, double last)
{
    mql_array<datetime> time(count);
    mql_array<double> open(count), high(count), low(count), close(count);
    mql_array<mql_long> none(count);
    mql_array<int> spread(count);
    for (int i = 0; i < count; i++) {
        const MqlRates &r = mql().rates.at((size_t)i);
        bool forms = i == count - 1;
        time[i] = r.time;
        open[i] = r.open;
        high[i] = forms ? std::max(r.open, last) : r.high;
        low[i] = forms ? std::min(r.open, last) : r.low;
        close[i] = forms ? last : r.close;
    }
    for (mql_array<double> *buffer : mql_buffers()) {
        ArrayResize(*buffer, count);
    }
    return OnCalculate(count, before, time, open, high, low, close, none, none, spread);
}

int main(int, char **words)
{
    mql_facts("EURUSD").digits = _Digits = atoi(words[2]);
    mql_read_bars(words[1], _Digits);
    mql().interval = 86400;
    mql().ahead = 0;
    int all = (int)mql().rates.size(), before = 0, changed = 0;
    if (OnInit() != INIT_SUCCEEDED) {
        return 3;
    }
    for (int count = 1000; count <= all; count++) {
        const MqlRates r = mql().rates.at((size_t)count - 1);
        double drawn = count > 1000 ? LongStop[count - 3] : 0.0;
        before = calculate(count, before, r.open);
        before = calculate(count, before, r.low);
        changed += count > 1000 && LongStop[count - 3] != drawn;
    }
    for (int i = 0; i < all - 1; i++) {
        printf("%d %.17g %.17g\n", (int)Colours[i], LongStop[i], ShortStop[i]);
    }
    return changed;
}
