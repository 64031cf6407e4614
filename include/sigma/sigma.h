/* SPDX-License-Identifier: MIT */
/** @file
 * Includes every public header of the core.
 */
#ifndef SIGMA_SIGMA_H
#define SIGMA_SIGMA_H

#include "sigma/account.h"
#include "sigma/audit.h"
#include "sigma/average.h"
#include "sigma/bar.h"
#include "sigma/base.h"
#include "sigma/breaker.h"
#include "sigma/calendar.h"
#include "sigma/decide.h"
#include "sigma/desk.h"
#include "sigma/equity.h"
#include "sigma/exits.h"
#include "sigma/field.h"
#include "sigma/forecast.h"
#include "sigma/gate.h"
#include "sigma/journal.h"
#include "sigma/kelly.h"
#include "sigma/layout.h"
#include "sigma/market.h"
#include "sigma/momentum.h"
#include "sigma/monitor.h"
#include "sigma/number.h"
#include "sigma/portfolio.h"
#include "sigma/position.h"
#include "sigma/prop.h"
#include "sigma/random.h"
#include "sigma/regime.h"
#include "sigma/resample.h"
#include "sigma/schedule.h"
#include "sigma/seal.h"
#include "sigma/signal.h"
#include "sigma/simulation.h"
#include "sigma/sizing.h"
#include "sigma/stops.h"
#include "sigma/symbol.h"
#include "sigma/trade.h"
#include "sigma/trend.h"
#include "sigma/version.h"
#include "sigma/volatility.h"
#include "sigma/volume.h"
#include "sigma/words.h"

#endif
