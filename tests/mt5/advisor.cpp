// SPDX-License-Identifier: MIT
// Runs SigmaRisk in the terminal: advisor.exe WORD...
//
//   bars=FILE digits=N step=X min=X level=N freeze=N spread=N value=X balance=X from=N to=N
//   rate      the tick value changes from bar to bar, as on an account in a third currency
//   netting   a netting account;  foreign  one on which somebody else holds the symbol
//   fault=N:CODE  what the n-th order is answered
//   firm=CODE style=CODE  the program's inputs
//   stop=N    it is stopped before the n-th bar and started again;  within=N  inside that bar
//   locked    programs may not trade;  deny, deny-program  DLLs are forbidden
//   tape=FILE what an independent program has to know to come to the same decisions

static double number(int count, char **words, const char *name, double otherwise)
{
    size_t length = strlen(name);
    for (int i = 1; i < count; i++) {
        if (strncmp(words[i], name, length) == 0 && words[i][length] == '=') {
            return atof(words[i] + length + 1);
        }
    }
    return otherwise;
}

static const char *text(int count, char **words, const char *name)
{
    size_t length = strlen(name);
    for (int i = 1; i < count; i++) {
        if (strncmp(words[i], name, length) == 0 && words[i][length] == '=') {
            return words[i] + length + 1;
        }
    }
    return "";
}

static bool has(int count, char **words, const char *name)
{
    for (int i = 1; i < count; i++) {
        if (strcmp(words[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static void prepare(int count, char **words)
{
    mql_symbol &facts = mql_facts("EURUSD");
    facts.digits = _Digits = (int)number(count, words, "digits", 5);
    facts.lot_step = number(count, words, "step", 0.01);
    facts.lot_min = number(count, words, "min", facts.lot_step);
    facts.stops_level = (int)number(count, words, "level", 10);
    facts.freeze_level = (int)number(count, words, "freeze", 0);
    facts.spread = (int)number(count, words, "spread", 2);
    facts.tick_value = number(count, words, "value", 1.0);
    mql().balance = number(count, words, "balance", 100000.0);
    mql().hedging = !has(count, words, "netting");
    mql().trading = !has(count, words, "locked");
    mql().dlls = !has(count, words, "deny");
    mql().program_dlls = !has(count, words, "deny-program");
    mql_read_bars(text(count, words, "bars"), facts.digits);
    for (int i = 1; i < count; i++) {
        int order;
        uint answer;
        if (sscanf(words[i], "fault=%d:%u", &order, &answer) == 2) {
            mql().faults.push_back({order, answer});
        }
    }
    if (has(count, words, "foreign")) {
        mql().positions.push_back({7, "EURUSD", 1, ORDER_TYPE_BUY, 0.5, 1.0, 0.0, 0.0, 0});
    }
}

static void forget()
{
    sigma = CSigma();
    broker = CSigmaBroker();
    log_file = CSigmaLog();
    ZeroMemory(state);
    ZeroMemory(journal);
    ZeroMemory(exits);
    ZeroMemory(trade);
    position = decided = 0;
    seen = 0;
    begun = false;
}

static bool restart()
{
    OnDeinit(1);
    forget();
    return OnInit() == INIT_SUCCEEDED;
}

static void pass_bar(int bar, int within)
{
    const MqlRates r = mql().rates.at((size_t)bar);
    bool rises = r.close >= r.open;
    const double path[] = {r.open, rises ? r.low : r.high, rises ? r.high : r.low, r.close};
    mql().forming = bar;
    for (int i = 0; i < 4; i++) {
        mql_tick(r.time + i * mql().interval / 4, path[i], i == 0);
        OnTick();
        if (bar == within && i == 2 && !restart()) {
            exit(3);
        }
    }
}

int main(int count, char **words)
{
    prepare(count, words);
    int first = (int)number(count, words, "from", 300),
        stop = (int)number(count, words, "stop", -1);
    int last = std::min((int)number(count, words, "to", 1e9), (int)mql().rates.size());
    double value = mql_facts("EURUSD").tick_value;
    mql().interval = 86400;
    mql().ahead = 0;
    _Period = PERIOD_D1;
    if (*text(count, words, "tape")) {
        mql().tape = fopen(text(count, words, "tape"), "wb");
    }
    Firm = (ENUM_SIGMA_FIRM)number(count, words, "firm", 0);
    Style = (ENUM_SIGMA_STYLE)number(count, words, "style", SIGMA_STYLE_PLAIN);
    mql().clock = mql().rates.empty() ? 0 : mql().rates.front().time;
    if (OnInit() != INIT_SUCCEEDED) {
        return 3;
    }
    for (int bar = first; bar < last; bar++) {
        if (has(count, words, "rate")) {
            mql_facts("EURUSD").tick_value = value * (0.9 + bar % 41 * 0.005);
        }
        if (bar == stop && !restart()) {
            return 3;
        }
        pass_bar(bar, (int)number(count, words, "within", -1));
    }
    OnDeinit(1);
    printf("orders %d, deals %d, merged %d, balance %.2f\n", mql().orders, (int)mql().deals.size(),
           mql().merged, mql().balance);
    return 0;
}
