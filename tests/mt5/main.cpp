// SPDX-License-Identifier: MIT
// The terminal around check.mq5: check.exe BARS.csv, or check.exe deny|deny-program for one that
// forbids DLLs. First it compares every member of every struct of sigma.mqh with the DLL's tables.

static int compare_field(int kind, int index, const mql_member &member)
{
    sigma_field field;
    bool same = sigma_layout_field(kind, index, field) == SIGMA_OK &&
                strcmp((const char *)field.name, member.name) == 0 &&
                (size_t)field.offset == member.offset;
    if (!same) {
        printf("wrong: %s.%s\n", member.structure, member.name);
    }
    return !same;
}

static int compare_structs()
{
    int wrong = 0, index = 0, size = 0, fields = 0, structs = 0;

    for (const mql_member &member : mql_members()) {
        int kind = SIGMA_KIND_COUNT;
        while (--kind > 0) {
            mql_array<uchar> name(SIGMA_LAYOUT_SPACE);
            int length = 0;
            sigma_layout_name(kind, name, SIGMA_LAYOUT_SPACE, length);
            if (SigmaText(name, length) == member.structure) {
                break;
            }
        }
        sigma_layout_size(kind, size, fields);
        wrong += kind == 0 || size != (int)member.size || fields != member.members;
        wrong += compare_field(kind, index, member);
        structs += index == 0;
        index = index + 1 == member.members ? 0 : index + 1;
    }
    printf("%d members of %d structs, %d wrong\n", (int)mql_members().size(), structs, wrong);
    return wrong;
}

int main(int count, char **words)
{
    string word = count > 1 ? words[1] : "";
    mql().dlls = word != "deny";
    mql().program_dlls = word != "deny-program";
    int wrong = 0;
    if (word.find(".csv") != string::npos) {
        wrong = compare_structs();
        mql_read_bars(words[1], -1);
    }
    OnStart();
    return wrong > 0 || failures > 0;
}
