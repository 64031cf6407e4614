/* SPDX-License-Identifier: MIT */
/* The page of a report before and after its data, out of examples/report/ by its build.py. */
#ifndef REPLAY_REPORT_PAGE_H
#define REPLAY_REPORT_PAGE_H

extern const char report_page_head[];
extern const char report_page_tail[];

#endif
