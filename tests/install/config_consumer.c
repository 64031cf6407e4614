/* SPDX-License-Identifier: MIT */
/* A program of somebody else's, valid C and C++, with libsigma-config: reads a config, writes it
 * and prints the version. */
#include <sigma/config.h>
#include <sigma/sigma.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    static const char yaml[] = "policy: {sizing: {risk_fraction: 0.5%}}\n";
    static sigma_config config;
    static char text[SIGMA_CONFIG_SPACE];
    sigma_config_error error;
    int32_t length, version = sigma_version_number();

    if (sigma_config_read(yaml, (int64_t)strlen(yaml), "yaml", &config, &error) != SIGMA_OK ||
        config.policy.sizing.risk_fraction != 0.005 ||
        sigma_config_write(&config, text, SIGMA_CONFIG_SPACE, &length) != SIGMA_OK ||
        !strstr(text, "\n    risk_fraction: 0.005\n")) {
        return 1;
    }
    printf("%d.%d.%d\n", version / 10000, version / 100 % 100, version % 100);
    return 0;
}
