/* SPDX-License-Identifier: MIT */
/* Any facts, prices and lots: rounding goes the way it says and is stable, money has its sign. */
#include "fuzz.h"

/* Steps, of which 4 ulp are an eighth: beyond, rounding is not stable. */
static const double FEW = 0x1p47;

static void floor_lots(fuzz_input *in, const sigma_symbol *symbol)
{
    double lots = fuzz_around(in, 0.0, 1e6), floored, again;
    sigma_status status = sigma_symbol_floor(symbol, lots, &floored);

    if (fuzz_saw_number("sigma_symbol_floor", status, &floored) != SIGMA_OK) {
        return;
    }
    REQUIRE(0.0 <= floored && floored <= lots * (1.0 + 0x1p-49));
    REQUIRE(lots - floored < symbol->lot_step * (1.0 + 1e-9) + lots * 0x1p-48);
    if (lots / symbol->lot_step < FEW) {
        REQUIRE(sigma_symbol_floor(symbol, floored, &again) == SIGMA_OK && again <= floored);
        REQUIRE(again == floored || !fuzz_is_usual_step(symbol->lot_step));
    }
}

static void round_price(fuzz_input *in, const sigma_symbol *symbol)
{
    double price = fuzz_make_price(in, symbol), down, up, near;
    sigma_status status = sigma_symbol_round(symbol, price, SIGMA_ROUND_DOWN, &down);
    int32_t direction = fuzz_int32(in);

    (void)fuzz_saw_number("sigma_symbol_round", status, &down);
    REQUIRE(fuzz_saw_number("sigma_symbol_round",
                            sigma_symbol_round(symbol, price, SIGMA_ROUND_UP, &up), &up) == status);
    REQUIRE(fuzz_saw_number("sigma_symbol_round",
                            sigma_symbol_round(symbol, price, SIGMA_ROUND_NEAREST, &near),
                            &near) == status);
    if (status == SIGMA_OK && price / symbol->tick_size < FEW) {
        double noise = price * 0x1p-49 + 1e-300;
        REQUIRE(down <= near && near <= up && (near == down || near == up));
        REQUIRE(down <= price + noise && price - noise <= up);
        REQUIRE(up - down <= symbol->tick_size * (1.0 + 1e-9) + noise);
    }
    status = sigma_symbol_round(symbol, price, direction, &near);
    (void)fuzz_saw_number("sigma_symbol_round", status, &near);
    REQUIRE(status != SIGMA_OK || (0 < direction && direction < SIGMA_ROUND_COUNT));
}

static void profit(fuzz_input *in, const sigma_symbol *symbol, double lots, double entry)
{
    double exit = fuzz_make_price(in, symbol), gain, loss;
    int32_t side = fuzz_rarely(in) ? fuzz_int32(in) : SIGMA_SIDE_LONG;
    int32_t other = side == SIGMA_SIDE_LONG ? SIGMA_SIDE_SHORT : SIGMA_SIDE_LONG;
    sigma_status status = sigma_symbol_profit(symbol, side, lots, entry, exit, &gain);

    if (fuzz_saw_number("sigma_symbol_profit", status, &gain) == SIGMA_OK) {
        status = sigma_symbol_profit(symbol, other, lots, entry, exit, &loss);
        REQUIRE(fuzz_saw_number("sigma_symbol_profit", status, &loss) == SIGMA_OK);
        REQUIRE(gain == -loss);
    }
}

static void worth(const sigma_symbol *symbol, double lots, double price, double exit)
{
    double notional, margin, cost;
    sigma_status status = sigma_symbol_notional(symbol, lots, price, &notional);

    (void)fuzz_saw_number("sigma_symbol_notional", status, &notional);
    REQUIRE(notional >= 0.0);
    REQUIRE(fuzz_saw_number("sigma_symbol_margin",
                            sigma_symbol_margin(symbol, lots, price, &margin), &margin) == status);
    REQUIRE(0.0 <= margin && margin <= notional);
    status = sigma_symbol_cost(symbol, lots, price, exit, &cost);
    (void)fuzz_saw_number("sigma_symbol_cost", status, &cost);
    REQUIRE(cost >= 0.0);
}

static bool worth_known(const sigma_symbol *s)
{
    return (s->asset == SIGMA_ASSET_INVERSE ? s->contract_size * s->quote_rate : s->tick_value) >=
           1e-15;
}

static void facts(const sigma_symbol *symbol)
{
    double expected;
    sigma_status status = fuzz_saw("sigma_symbol_check", sigma_symbol_check(symbol));
    bool usable = symbol && fuzz_in_range(SIGMA_KIND_SYMBOL, symbol) &&
                  symbol->lot_min <= symbol->lot_max && worth_known(symbol);

    REQUIRE((status == SIGMA_OK) == usable);
    sigma_status compared = sigma_symbol_compare(symbol, &expected);
    (void)fuzz_saw_numbers("sigma_symbol_compare", compared, &expected, 8, 1);
    REQUIRE(fuzz_is_finite(expected) && expected >= 0.0);
    REQUIRE(usable == (compared >= 0 || compared == SIGMA_E_DIFFERENT));
    REQUIRE(usable || expected == 0.0);
}

static void convert(fuzz_input *in, const sigma_symbol *symbol)
{
    sigma_symbol after = *symbol;
    double rate = fuzz_around(in, 1e-6, 1e3), expected;
    sigma_status status = sigma_symbol_convert(&after, rate);

    (void)fuzz_saw_state("sigma_symbol_convert", status, SIGMA_KIND_SYMBOL, symbol, &after);
    if (status == SIGMA_OK) {
        REQUIRE(after.quote_rate == rate);
        REQUIRE(sigma_symbol_compare(&after, &expected) >= 0);
    }
}

/* At the level that is found, what is left is the maintenance margin. */
static void level_holds(const sigma_symbol *symbol, const sigma_liquidation *p, double level)
{
    double gain, notional;

    REQUIRE(sigma_symbol_profit(symbol, p->side, p->lots, p->entry, level, &gain) == SIGMA_OK);
    REQUIRE(sigma_symbol_notional(symbol, p->lots, level, &notional) == SIGMA_OK);
    double scale = p->collateral + (gain < 0.0 ? -gain : gain) + notional +
                   (p->fixed < 0.0 ? -p->fixed : p->fixed);
    double off = p->collateral + gain - p->rate * notional - p->fixed;
    REQUIRE(off <= 1e-9 * scale && off >= -1e-9 * scale);
}

static void liquidation(fuzz_input *in, const sigma_symbol *symbol)
{
    sigma_liquidation position;
    double level;

    fuzz_object(in, SIGMA_KIND_LIQUIDATION, &position);
    if (fuzz_pick(in, 4) != 0) {
        position.lots = fuzz_within(in, 0.01, 100.0);
        position.entry = fuzz_make_price(in, symbol);
        position.collateral = fuzz_within(in, 0.0, 1e6);
        position.rate = fuzz_within(in, 0.0, 0.5);
        position.fixed = position.collateral * (fuzz_pick(in, 8) - 6) * 0.5;
    }
    const sigma_liquidation *sample = FUZZ_UNLESS(fuzz_rarely(in), &position);
    sigma_status status = sigma_symbol_liquidation(symbol, sample, &level);
    (void)fuzz_saw_number("sigma_symbol_liquidation", status, &level);
    if (status == SIGMA_OK && level > 0.0 && level > 1e-12 * position.entry) {
        level_holds(symbol, &position, level);
    }
}

static void no_output(const sigma_symbol *symbol)
{
    fuzz_saw_null("sigma_symbol_compare", sigma_symbol_compare(symbol, NULL));
    fuzz_saw_null("sigma_symbol_floor", sigma_symbol_floor(symbol, 1.0, NULL));
    fuzz_saw_null("sigma_symbol_round", sigma_symbol_round(symbol, 1.0, 1, NULL));
    fuzz_saw_null("sigma_symbol_profit", sigma_symbol_profit(symbol, 1, 1.0, 1.0, 1.0, NULL));
    fuzz_saw_null("sigma_symbol_notional", sigma_symbol_notional(symbol, 1.0, 1.0, NULL));
    fuzz_saw_null("sigma_symbol_margin", sigma_symbol_margin(symbol, 1.0, 1.0, NULL));
    fuzz_saw_null("sigma_symbol_convert", sigma_symbol_convert(NULL, 1.0));
    fuzz_saw_null("sigma_symbol_liquidation", sigma_symbol_liquidation(symbol, NULL, NULL));
    fuzz_saw_null("sigma_symbol_cost", sigma_symbol_cost(symbol, 1.0, 1.0, 1.0, NULL));
}

void fuzz_symbol(fuzz_input *in)
{
    sigma_symbol symbol;

    while (fuzz_more(in)) {
        fuzz_make_symbol(in, &symbol);
        facts(FUZZ_UNLESS(fuzz_rarely(in), &symbol));
        for (int32_t i = 0; i < 4; i++) {
            floor_lots(in, &symbol);
            round_price(in, &symbol);
            double lots = fuzz_around(in, 0.0, 1e12), price = fuzz_make_price(in, &symbol);
            profit(in, &symbol, lots, price);
            convert(in, &symbol);
            liquidation(in, &symbol);
            worth(&symbol, lots, price, fuzz_make_price(in, &symbol));
        }
    }
    no_output(&symbol);
}
