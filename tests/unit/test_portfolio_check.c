/* SPDX-License-Identifier: MIT */
#include "damage.h"
#include "samples.h"
#include "test.h"

static sigma_correlation correlation;
static sigma_portfolio portfolio;
static sigma_portfolio_params params;
static sigma_portfolio_sample sample;
static sigma_portfolio_verdict verdict;

/* Limits that nothing breaks, an account of 10,000, a long of 1,000 in symbol 1 with 10 at risk. */
static int setup(void **unused)
{
    sigma_correlation_params prior;
    (void)unused;
    assert_int_equal(sigma_correlation_defaults(&prior), SIGMA_OK);
    assert_int_equal(sigma_correlation_init(&correlation, &prior), SIGMA_OK);
    assert_int_equal(sigma_portfolio_init(&portfolio), SIGMA_OK);
    assert_int_equal(sigma_portfolio_defaults(&params), SIGMA_OK);
    params.positions = 64;
    sample = (sigma_portfolio_sample){.exposure = 1000.0,
                                      .risk = 10.0,
                                      .balance = 10000.0,
                                      .equity = 10000.0,
                                      .symbol = 1,
                                      .side = SIGMA_SIDE_LONG};
    return 0;
}

static sigma_symbol stock(int32_t id)
{
    return (sigma_symbol){.tick_size = 0.01,
                          .tick_value = 0.01,
                          .lot_min = 1.0,
                          .lot_max = 1e6,
                          .lot_step = 1.0,
                          .leverage = 1.0,
                          .id = id,
                          .asset = SIGMA_ASSET_STOCK};
}

/* Holds an exposure in a symbol of its own sector, signed, with 1 % of it at risk. */
static void hold(int32_t symbol, double exposure, int32_t sector)
{
    sigma_symbol facts = stock(symbol);
    sigma_position position = sample_position(portfolio.count + 1, fabs(exposure));
    position.symbol = symbol;
    position.side = exposure < 0.0 ? SIGMA_SIDE_SHORT : SIGMA_SIDE_LONG;
    position.risk = 0.01 * fabs(exposure);
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    assert_int_equal(sigma_portfolio_price(&portfolio, &facts, 1.0, sector), SIGMA_OK);
}

static void correlated(int32_t a, int32_t b, double rho)
{
    (void)!sigma_correlation_add(&correlation, a);
    (void)!sigma_correlation_add(&correlation, b);
    assert_int_equal(sigma_correlation_give(&correlation, a, b, rho), SIGMA_OK);
}

static void check(void)
{
    assert_int_equal(sigma_portfolio_check(&portfolio, &correlation, &params, &sample, &verdict),
                     SIGMA_OK);
    assert_int_equal(verdict.mark, SIGMA_PART_HEAT);
    assert_int_equal(verdict.symbol, sample.symbol);
    assert_int_equal(verdict.passed & verdict.refused, 0);
    assert_int_equal(verdict.verdict, verdict.refused ? SIGMA_VERDICT_DENY : SIGMA_VERDICT_APPROVE);
}

static bool refuses(int32_t limit)
{
    check();
    bool refused = (verdict.refused & test_bit(limit)) != 0;
    assert_true(refused || (verdict.passed & test_bit(limit)) != 0);
    return refused;
}

static void defaults_are_those_of_the_header(void **unused)
{
    const double wanted[] = {0.4, 0.6, 0.5, 0.5, 0.8, 0.03, 0.06, 0.7, 0.5, 0.048, 0.2, 0.05, 0.4};
    sigma_portfolio_params p;
    (void)unused;
    assert_int_equal(sigma_portfolio_defaults(&p), SIGMA_OK);
    assert_memory_equal(&p, wanted, sizeof wanted);
    assert_int_equal(p.positions, 3);
    assert_int_equal(p.reserved, 0);
}

static void the_first_position(void **unused)
{
    (void)unused;
    sample.sector = 4;
    check();
    assert_int_equal(verdict.verdict, SIGMA_VERDICT_APPROVE);
    assert_int_equal(verdict.passed, test_bit(SIGMA_LIMIT_PRICED) | test_bit(SIGMA_LIMIT_SINGLE) |
                                         test_bit(SIGMA_LIMIT_GROUP) |
                                         test_bit(SIGMA_LIMIT_SECTOR) | test_bit(SIGMA_LIMIT_NET) |
                                         test_bit(SIGMA_LIMIT_HEAT) | test_bit(SIGMA_LIMIT_SUM) |
                                         test_bit(SIGMA_LIMIT_POSITIONS));
    assert_int_equal(verdict.warned | verdict.hedge, 0);
    assert_bits(verdict.long_exposure, 0.1);
    assert_bits(verdict.short_exposure, 0.0);
    assert_bits(verdict.single, 0.1);
    assert_bits(verdict.group, 0.1);
    assert_bits(verdict.sector, 0.1);
    assert_bits(verdict.before, 0.0);
    assert_bits(verdict.heat, 10.0);
    assert_bits(verdict.sum, 10.0);
    assert_bits(verdict.published, 10.0);
    assert_bits(verdict.stress, 10.0);
    assert_bits(verdict.contribution, 10.0);
    assert_bits(verdict.bets, 1.0);
    assert_bits(verdict.rho, 0.0);
    assert_near(verdict.room, 300.0, 1e-15); /* 3 % */
}

static void single_asset(void **unused)
{
    (void)unused;
    hold(1, 3000.0, 0);
    sample.exposure = 1000.0;
    assert_false(refuses(SIGMA_LIMIT_SINGLE));
    assert_bits(verdict.single, 0.4);
    sample.exposure = nextafter(1000.0, 2000.0) + 1e-9;
    assert_true(refuses(SIGMA_LIMIT_SINGLE));
    sample.symbol = 2;
    assert_false(refuses(SIGMA_LIMIT_SINGLE));
}

static void an_offset_passes_where_it_improves(void **unused)
{
    (void)unused;
    hold(1, 9000.0, 0); /* far beyond every limit */
    sample.side = SIGMA_SIDE_SHORT;
    sample.exposure = 1000.0;
    check();
    assert_bits(verdict.single, 0.8);
    assert_false(refuses(SIGMA_LIMIT_SINGLE) || refuses(SIGMA_LIMIT_GROUP) ||
                 refuses(SIGMA_LIMIT_NET));
    sample.exposure = 18000.0; /* turned over it is no better */
    assert_true(refuses(SIGMA_LIMIT_SINGLE) && refuses(SIGMA_LIMIT_GROUP) &&
                refuses(SIGMA_LIMIT_NET));
    sample.side = SIGMA_SIDE_LONG;
    sample.exposure = 1e-9;
    assert_true(refuses(SIGMA_LIMIT_SINGLE) && refuses(SIGMA_LIMIT_NET));
}

static void correlated_group(void **unused)
{
    (void)unused;
    hold(2, 3500.0, 0);
    hold(3, 1800.0, 0);
    correlated(1, 2, 0.7);
    correlated(1, 3, 0.85);
    correlated(2, 3, 0.6);
    assert_true(refuses(SIGMA_LIMIT_GROUP)); /* 63 % */
    assert_near(verdict.group, 0.63, 1e-15);
    correlated(1, 2, 0.69);
    assert_false(refuses(SIGMA_LIMIT_GROUP));
    assert_near(verdict.group, 0.28, 1e-15);
}

/* Unsigned correlation would call the hedge a concentration. */
static void a_hedge_is_no_concentration(void **unused)
{
    (void)unused;
    correlated(1, 2, 0.9);
    hold(2, -5500.0, 0);
    assert_false(refuses(SIGMA_LIMIT_GROUP));
    assert_near(verdict.group, 0.45, 1e-15);
    assert_near(verdict.rho, -0.9, 1e-15);
    assert_true(verdict.heat < verdict.before);
    assert_true(verdict.published < verdict.sum);
    correlated(1, 2, -0.9); /* now both gain and lose together */
    assert_true(refuses(SIGMA_LIMIT_GROUP));
    assert_near(verdict.group, 0.65, 1e-15);
    assert_true(verdict.heat > verdict.before);
}

static void without_correlation_it_takes_a_half(void **unused)
{
    (void)unused;
    hold(2, 1000.0, 0);
    check();
    assert_near(verdict.heat, sqrt(10.0 * 10.0 + 10.0 * 10.0 + 2.0 * 0.5 * 100.0), 1e-15);
    assert_bits(verdict.rho, 0.5);
    assert_near(verdict.published, 20.0 * 1.5, 1e-15);
    hold(1, 1000.0, 0); /* the candidate's own symbol moves with it, known or not */
    check();
    assert_near(verdict.heat, sqrt(400.0 + 100.0 + 2.0 * 0.5 * 200.0), 1e-15);
    assert_bits(verdict.rho, 0.75);
}

static void sector(void **unused)
{
    (void)unused;
    hold(2, 4200.0, 9);
    hold(3, 2000.0, 8);
    sample.sector = 9;
    assert_true(refuses(SIGMA_LIMIT_SECTOR));
    assert_near(verdict.sector, 0.52, 1e-15);
    sample.sector = 8;
    assert_false(refuses(SIGMA_LIMIT_SECTOR));
    sample.sector = 0; /* none */
    check();
    assert_int_equal((verdict.passed | verdict.refused) & test_bit(SIGMA_LIMIT_SECTOR), 0);
    assert_bits(verdict.sector, 0.0);
}

static void net_and_gross(void **unused)
{
    (void)unused;
    hold(2, 4200.0, 0);
    assert_true(refuses(SIGMA_LIMIT_NET));
    assert_int_equal(verdict.warned, 0);
    hold(3, -3000.0, 0);
    assert_false(refuses(SIGMA_LIMIT_NET));
    assert_int_equal(verdict.warned, test_bit(SIGMA_LIMIT_GROSS)); /* 82 %, but no refusal */
    assert_near(verdict.long_exposure, 0.52, 1e-15);
    assert_near(verdict.short_exposure, 0.30, 1e-15);
    sample.side = SIGMA_SIDE_SHORT;
    check();
    assert_near(verdict.short_exposure, 0.40, 1e-15);
}

static void open_positions(void **unused)
{
    (void)unused;
    params.positions = 3;
    hold(2, 10.0, 0);
    hold(3, 10.0, 0);
    assert_false(refuses(SIGMA_LIMIT_POSITIONS));
    hold(4, 10.0, 0);
    assert_true(refuses(SIGMA_LIMIT_POSITIONS));
}

static void what_is_not_known_is_refused(void **unused)
{
    sigma_position position = sample_position(1, 5.0);
    sigma_symbol facts = stock(2);
    (void)unused;
    position.symbol = 2;
    assert_false(refuses(SIGMA_LIMIT_PRICED));
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    assert_true(refuses(SIGMA_LIMIT_PRICED)); /* no price yet */
    assert_int_equal(sigma_portfolio_price(&portfolio, &facts, 1.0, 0), SIGMA_OK);
    assert_false(refuses(SIGMA_LIMIT_PRICED));
    position.stop = 0.0; /* a risk without a stop may be */
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    assert_false(refuses(SIGMA_LIMIT_PRICED));
    position.risk = 0.0; /* neither */
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    assert_true(refuses(SIGMA_LIMIT_PRICED));
    position.stop = 0.9; /* a stop beyond the entry risks nothing */
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    assert_false(refuses(SIGMA_LIMIT_PRICED));
    position.lots = 4.0; /* another size has another exposure */
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    assert_true(refuses(SIGMA_LIMIT_PRICED));
    position.symbol = 3;
    assert_int_equal(sigma_portfolio_update(&portfolio, &position), SIGMA_OK);
    facts.id = 3;
    assert_int_equal(sigma_portfolio_price(&portfolio, &facts, 1.0, 0), SIGMA_OK);
    assert_false(refuses(SIGMA_LIMIT_PRICED));
    sample.risk = 0.0;
    assert_true(refuses(SIGMA_LIMIT_PRICED));
    sample.risk = 10.0;
    sample.exposure = 0.0;
    assert_true(refuses(SIGMA_LIMIT_PRICED));
}

static void closing_takes_the_exposure_along(void **unused)
{
    sigma_position closed = sample_position(1, 0.0);
    (void)unused;
    hold(1, 100.0, 1);
    hold(2, 200.0, 2);
    assert_int_equal(sigma_portfolio_update(&portfolio, &closed), SIGMA_OK);
    assert_bits(portfolio.exposure[0], 200.0);
    assert_int_equal(portfolio.sector[0], 2);
    assert_bits(portfolio.exposure[1], 0.0);
    assert_int_equal(portfolio.sector[1], 0);
}

static void soft_and_hard_limit(void **unused)
{
    (void)unused;
    hold(2, 20000.0, 0); /* 200 at risk */
    sample.risk = 100.0;
    params.soft = sqrt(200.0 * 200.0 + 100.0 * 100.0 + 200.0 * 100.0) / 10000.0 + 1e-12;
    params.hard = 0.03;
    assert_false(refuses(SIGMA_LIMIT_HEAT) || refuses(SIGMA_LIMIT_SUM));
    params.soft -= 2e-12;
    assert_true(refuses(SIGMA_LIMIT_HEAT));
    params.soft = 1.0;
    params.hard = nextafter(0.03, 0.0);
    assert_true(refuses(SIGMA_LIMIT_SUM));
    params.hard = 0.06;
    params.soft = 0.025; /* independent, it would fit; under stress it does not */
    correlated(1, 2, 0.0);
    check();
    assert_true(verdict.heat < 250.0 && verdict.stress > 250.0);
    assert_true(refuses(SIGMA_LIMIT_HEAT));
}

static void a_hedge_lowers_heat_up_to_the_hard_limit(void **unused)
{
    (void)unused;
    correlated(1, 2, 0.9);
    hold(2, 40000.0, 0); /* 400 at risk: beyond the soft limit */
    sample.side = SIGMA_SIDE_SHORT;
    sample.risk = 150.0;
    assert_false(refuses(SIGMA_LIMIT_HEAT));
    assert_false(refuses(SIGMA_LIMIT_SUM));
    assert_near(verdict.room, 200.0, 1e-12); /* the hard limit, 600 */
    sample.risk = 201.0;
    assert_true(refuses(SIGMA_LIMIT_SUM));
    sample.side = SIGMA_SIDE_LONG;
    sample.risk = 1.0;
    assert_true(refuses(SIGMA_LIMIT_HEAT));
    assert_bits(verdict.room, 0.0);
}

/* n equal and independent bets are n; of one symbol they are one. */
static void effective_bets_of_equal_positions(void **unused)
{
    (void)unused;
    for (int32_t n = 1; n <= 12; n++) {
        double rho = 0.1 * (n % 10);
        (void)setup(NULL);
        correlation.params.prior = 0.0; /* of symbols that nothing is known of */
        for (int32_t i = 2; i <= n; i++) {
            hold(i, 1000.0, 0);
        }
        check();
        assert_near(verdict.bets, (double)n, 1e-14);
        correlation.params.prior = rho;
        check();
        assert_near(verdict.bets, n / (1.0 + (n - 1.0) * rho), 1e-13);
        for (int32_t i = 0; i < portfolio.count; i++) {
            portfolio.position[i].symbol = 1;
        }
        check();
        assert_near(verdict.bets, 1.0, 1e-14);
    }
}

static void a_perfect_hedge_has_no_heat(void **unused)
{
    (void)unused;
    hold(1, 1000.0, 0);
    sample.side = SIGMA_SIDE_SHORT;
    check();
    assert_bits(verdict.heat, 0.0);
    assert_bits(verdict.bets, 0.0);
    assert_bits(verdict.contribution, 0.0);
    assert_bits(verdict.published, 0.0);
    assert_near(verdict.stress, sqrt(0.5 * 200.0 + 0.5 * 400.0), 1e-15);
}

static void advice_to_hedge(void **unused)
{
    (void)unused;
    hold(2, 4500.0, 0);
    hold(3, -3600.0, 0); /* 81 at risk, gross 81 %, net 9 % */
    check();
    assert_int_equal(verdict.hedge, test_bit(SIGMA_LIMIT_GROSS));
    params.gross = 0.81;
    params.hedge_sum = 0.008;
    check();
    assert_int_equal(verdict.hedge, test_bit(SIGMA_LIMIT_SUM));
    params.hedge_sum = 1.0;
    params.hedge_heat = 81.0 * 0.5 / 10000.0 - 1e-9; /* opposite sides: a mean of -0.5 */
    check();
    assert_near(verdict.published_before, 40.5, 1e-15);
    assert_int_equal(verdict.hedge, test_bit(SIGMA_LIMIT_HEAT));
    params.hedge_heat += 2e-9;
    params.net = 0.0899;
    check();
    assert_int_equal(verdict.hedge, test_bit(SIGMA_LIMIT_NET));
    params.net = 0.5;
    sample.drawdown = 0.05;
    check();
    assert_int_equal(verdict.hedge, 0);
    sample.drawdown = 0.051;
    check();
    assert_int_equal(verdict.hedge, test_bit(SIGMA_LIMIT_DRAWDOWN));
    params.hedge_exposure = 0.81;
    check();
    assert_int_equal(verdict.hedge, 0);
}

static void exposure_is_notional_or_margin_by_asset(void **unused)
{
    (void)unused;
    for (int32_t asset = 1; asset < SIGMA_ASSET_COUNT; asset++) {
        for (int32_t levered = 0; levered < 2; levered++) {
            sigma_symbol facts = stock(1);
            double exposure, notional, margin;
            facts.asset = asset;
            facts.leverage = levered ? 20.0 : 1.0;
            facts.contract_size = facts.quote_rate = 10.0;
            bool owned = asset == SIGMA_ASSET_STOCK;
            assert_int_equal(sigma_symbol_notional(&facts, 3.0, 50.0, &notional), SIGMA_OK);
            assert_int_equal(sigma_symbol_margin(&facts, 3.0, 50.0, &margin), SIGMA_OK);
            assert_int_equal(sigma_portfolio_exposure(&facts, 3.0, 50.0, &exposure), SIGMA_OK);
            assert_near(exposure, owned ? notional : margin, 1e-15);
        }
    }
}

static void lean_is_what_exits_ask_for(void **unused)
{
    double net, smaller;
    (void)unused;
    hold(1, 3000.0, 0);
    hold(2, 1000.0, 0);
    hold(3, -500.0, 0);
    hold(4, 1000.0, 0);
    assert_int_equal(sigma_portfolio_lean(&portfolio, 1, 10000.0, &net, &smaller), SIGMA_OK);
    assert_bits(net, 0.45);
    assert_bits(smaller, 0.2);
    assert_int_equal(sigma_portfolio_lean(&portfolio, 2, 10000.0, &net, &smaller), SIGMA_OK);
    assert_bits(smaller, 0.0);
    assert_int_equal(sigma_portfolio_lean(&portfolio, 4, 10000.0, &net, &smaller), SIGMA_OK);
    assert_bits(smaller, 0.1); /* of two equal ones the earlier goes first */
    assert_int_equal(sigma_portfolio_lean(&portfolio, 3, 10000.0, &net, &smaller), SIGMA_OK);
    assert_bits(smaller, 0.0);
    assert_int_equal(sigma_portfolio_lean(&portfolio, 1, 1e-6, &net, &smaller), SIGMA_OK);
    assert_bits(net, 1e6);
    assert_bits(smaller, 1e6);
    for (int32_t i = 0; i < portfolio.count; i++) {
        portfolio.position[i].side = SIGMA_SIDE_SHORT;
    }
    assert_int_equal(sigma_portfolio_lean(&portfolio, 1, 1e-6, &net, &smaller), SIGMA_OK);
    assert_bits(net, -1e6);
    portfolio.exposure[2] = 0.0;
    assert_int_equal(sigma_portfolio_lean(&portfolio, 1, 1e4, &net, &smaller), SIGMA_E_RANGE);
    assert_bits(net + smaller, 0.0);
}

/* Every candidate within the room passes both heat limits, and none beyond it. */
static void room_is_the_border_between_yes_and_no(void **unused)
{
    uint64_t heat = test_bit(SIGMA_LIMIT_HEAT) | test_bit(SIGMA_LIMIT_SUM), seed = 3;
    int32_t bounded = 0, hedged = 0;
    (void)unused;
    for (int32_t round = 0; round < 4000; round++) {
        (void)setup(NULL);
        for (int32_t i = 2; i < 8; i++) {
            int32_t other = 1 + test_whole(&seed, 0, i - 2);
            correlated(other, i, test_between(&seed, -1.0, 1.0));
        }
        for (int32_t i = test_whole(&seed, 0, 6); i > 0; i--) {
            hold(test_whole(&seed, 1, 9), test_between(&seed, -25000.0, 25000.0), 0);
        }
        sample.symbol = test_whole(&seed, 1, 9);
        sample.side = test_whole(&seed, 1, 2);
        params.stress = test_random(&seed);
        check();
        double room = verdict.room;
        bool over = verdict.before > 300.0;
        sample.risk = room * (1.0 - 1e-9);
        check();
        assert_true(sample.risk == 0.0 || (verdict.refused & heat) == 0);
        sample.risk = room * (1.0 + 1e-9) + 1e-9;
        check();
        assert_true((verdict.refused & heat) != 0);
        bounded += room > 0.0 && !over;
        hedged += room > 0.0 && over;
    }
    assert_true(bounded > 500 && hedged > 100);
}

/* docs/portfolio.md, to its last digit. */
static void the_table_of_the_guide(void **unused)
{
    static const struct {
        int32_t symbol, side;
        double risk, heat, stress, sum, published, contribution, bets, room;
        uint64_t refused;
    } lines[] = {
        {3, SIGMA_SIDE_LONG, 100.0, 250.6, 228.9, 280.0, 476.0, 87.0, 1.25, 155.4, 0},
        {3, SIGMA_SIDE_LONG, 200.0, 341.2, 316.9, 380.0, 646.0, 186.4, 1.24, 155.4,
         1u << SIGMA_LIMIT_HEAT},
        {3, SIGMA_SIDE_SHORT, 100.0, 124.9, 228.9, 280.0, 233.3, -14.4, 5.03, 236.0, 0},
        {9, SIGMA_SIDE_LONG, 100.0, 239.2, 228.9, 280.0, 448.0, 79.4, 1.37, 172.5, 0},
        {1, SIGMA_SIDE_SHORT, 100.0, 80.0, 228.9, 280.0, 186.7, -80.0, 12.25, 328.0, 0},
    };
    (void)unused;
    params.positions = 3;
    correlated(1, 2, 0.8);
    correlated(1, 3, 0.7);
    correlated(2, 3, 0.6);
    hold(1, 1000.0, 0);
    hold(2, 1000.0, 0);
    portfolio.position[0].risk = 100.0;
    portfolio.position[1].risk = 80.0;
    for (int32_t i = 0; i < COUNT_OF(lines); i++) {
        sample.symbol = lines[i].symbol;
        sample.side = lines[i].side;
        sample.risk = lines[i].risk;
        check();
        assert_close(verdict.before, 170.9, 0.05);
        assert_close(verdict.published_before, 324.0, 0.05);
        assert_close(verdict.heat, lines[i].heat, 0.05);
        assert_close(verdict.stress, lines[i].stress, 0.05);
        assert_close(verdict.sum, lines[i].sum, 1e-9);
        assert_close(verdict.published, lines[i].published, 0.05);
        assert_close(verdict.contribution, lines[i].contribution, 0.05);
        assert_close(verdict.bets, lines[i].bets, 0.005000001);
        assert_close(verdict.room, lines[i].room, 0.05);
        assert_int_equal(verdict.refused, lines[i].refused);
    }
}

static void arguments_out_of_range(const void *damaged, const sigma_field *field, void *context)
{
    bool limits = context == (void *)&params;
    (void)field;
    verdict.mark = 9;
    assert_int_equal(
        sigma_portfolio_check(&portfolio, &correlation,
                              limits ? (const sigma_portfolio_params *)damaged : &params,
                              limits ? &sample : (const sigma_portfolio_sample *)damaged, &verdict),
        SIGMA_E_RANGE);
    assert_zero(verdict);
}

static void damaged_portfolio(const void *damaged, const sigma_field *field, void *context)
{
    static sigma_portfolio p;
    sigma_symbol facts = stock(1);
    double net = 9.0, smaller = 9.0;
    (void)field, (void)context;
    memcpy(&p, damaged, sizeof p);
    verdict.mark = 9;
    assert_int_equal(sigma_portfolio_check(&p, &correlation, &params, &sample, &verdict),
                     SIGMA_E_STATE);
    assert_zero(verdict);
    assert_int_equal(sigma_portfolio_price(&p, &facts, 1.0, 0), SIGMA_E_STATE);
    assert_int_equal(sigma_portfolio_lean(&p, 1, 1.0, &net, &smaller), SIGMA_E_STATE);
    assert_bits(net + smaller, 0.0);
    assert_memory_equal(&p, damaged, sizeof p);
}

static void what_cannot_be_is_refused(void **unused)
{
    sigma_symbol facts = stock(1), bad = facts;
    double exposure = 9.0, other = 9.0;
    (void)unused;
    for (int32_t i = 1; i <= SIGMA_PORTFOLIO_SPACE; i++) {
        hold(i, 10.0, 0);
    }
    correlated(1, 2, 0.3);
    sigma_portfolio before = portfolio;
    assert_true(damage_each(SIGMA_KIND_PORTFOLIO_PARAMS, &params, arguments_out_of_range, &params) >
                50);
    assert_true(damage_each(SIGMA_KIND_PORTFOLIO_SAMPLE, &sample, arguments_out_of_range, NULL) >
                20);
    assert_true(damage_each(SIGMA_KIND_PORTFOLIO, &portfolio, damaged_portfolio, NULL) > 1000);
    bad.leverage = NOT_A_NUMBER;
    assert_int_equal(sigma_portfolio_price(&portfolio, &bad, 1.0, 0), SIGMA_E_RANGE);
    assert_int_equal(sigma_portfolio_price(&portfolio, &facts, NOT_A_NUMBER, 0), SIGMA_E_RANGE);
    assert_int_equal(sigma_portfolio_price(&portfolio, &facts, 0.0, 0), SIGMA_E_RANGE);
    assert_int_equal(sigma_portfolio_price(&portfolio, &facts, 1.0, -1), SIGMA_E_RANGE);
    assert_same(portfolio, before);
    assert_int_equal(sigma_portfolio_exposure(&bad, 1.0, 1.0, &exposure), SIGMA_E_RANGE);
    assert_bits(exposure, 0.0);
    assert_int_equal(sigma_portfolio_exposure(&facts, -1.0, 1.0, &exposure), SIGMA_E_RANGE);
    assert_int_equal(sigma_portfolio_exposure(&facts, 1.0, INFINITE, &exposure), SIGMA_E_RANGE);
    assert_int_equal(sigma_portfolio_lean(&portfolio, 65, 1.0, &exposure, &other), SIGMA_E_RANGE);
    assert_int_equal(sigma_portfolio_lean(&portfolio, 1, 0.0, &exposure, &other), SIGMA_E_RANGE);
}

static void a_damaged_matrix_switches_no_limit_off(void **unused)
{
    static const double bad[] = {NOT_A_NUMBER, INFINITE, -INFINITE, 1.0000001, -1.0000001, 1e300};
    sigma_correlation good;
    (void)unused;
    correlated(1, 2, 0.3);
    good = correlation;
    for (int32_t i = 0; i < COUNT_OF(bad); i++) {
        correlation = good;
        correlation.value[1] = bad[i];
        verdict.mark = 9;
        assert_int_equal(
            sigma_portfolio_check(&portfolio, &correlation, &params, &sample, &verdict),
            SIGMA_E_STATE);
        assert_zero(verdict);
    }
    correlation = good;
    correlation.count = 65;
    assert_int_equal(sigma_portfolio_check(&portfolio, &correlation, &params, &sample, &verdict),
                     SIGMA_E_STATE);
    assert_zero(verdict);
}

static void null_is_refused(void **unused)
{
    sigma_symbol facts = stock(1);
    double number = 9.0, other = 9.0;
    (void)unused;
    assert_int_equal(sigma_portfolio_defaults(NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_exposure(NULL, 1.0, 1.0, &number), SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_exposure(&facts, 1.0, 1.0, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_price(NULL, &facts, 1.0, 0), SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_price(&portfolio, NULL, 1.0, 0), SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_lean(NULL, 1, 1.0, &number, &other), SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_lean(&portfolio, 1, 1.0, NULL, &other), SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_lean(&portfolio, 1, 1.0, &number, NULL), SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_check(NULL, &correlation, &params, &sample, &verdict),
                     SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_check(&portfolio, NULL, &params, &sample, &verdict),
                     SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_check(&portfolio, &correlation, NULL, &sample, &verdict),
                     SIGMA_E_NULL);
    assert_int_equal(sigma_portfolio_check(&portfolio, &correlation, &params, NULL, &verdict),
                     SIGMA_E_NULL);
    assert_zero(verdict);
    assert_int_equal(sigma_portfolio_check(&portfolio, &correlation, &params, &sample, NULL),
                     SIGMA_E_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(defaults_are_those_of_the_header, setup),
        cmocka_unit_test_setup(the_first_position, setup),
        cmocka_unit_test_setup(single_asset, setup),
        cmocka_unit_test_setup(an_offset_passes_where_it_improves, setup),
        cmocka_unit_test_setup(correlated_group, setup),
        cmocka_unit_test_setup(a_hedge_is_no_concentration, setup),
        cmocka_unit_test_setup(without_correlation_it_takes_a_half, setup),
        cmocka_unit_test_setup(sector, setup),
        cmocka_unit_test_setup(net_and_gross, setup),
        cmocka_unit_test_setup(open_positions, setup),
        cmocka_unit_test_setup(what_is_not_known_is_refused, setup),
        cmocka_unit_test_setup(closing_takes_the_exposure_along, setup),
        cmocka_unit_test_setup(soft_and_hard_limit, setup),
        cmocka_unit_test_setup(a_hedge_lowers_heat_up_to_the_hard_limit, setup),
        cmocka_unit_test_setup(effective_bets_of_equal_positions, setup),
        cmocka_unit_test_setup(a_perfect_hedge_has_no_heat, setup),
        cmocka_unit_test_setup(advice_to_hedge, setup),
        cmocka_unit_test_setup(exposure_is_notional_or_margin_by_asset, setup),
        cmocka_unit_test_setup(lean_is_what_exits_ask_for, setup),
        cmocka_unit_test_setup(room_is_the_border_between_yes_and_no, setup),
        cmocka_unit_test_setup(the_table_of_the_guide, setup),
        cmocka_unit_test_setup(what_cannot_be_is_refused, setup),
        cmocka_unit_test_setup(a_damaged_matrix_switches_no_limit_off, setup),
        cmocka_unit_test_setup(null_is_refused, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
