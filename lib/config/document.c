/* SPDX-License-Identifier: MIT */
#include "document.h"

#include <string.h>
#include <yaml.h>

typedef struct builder {
    yaml_parser_t parser;
    config_document *doc;
    const char *text;
    int32_t length;
    int32_t depth;                        /* open lists and mappings */
    int32_t open[SIGMA_CONFIG_DEPTH + 1]; /* they, outermost first */
    int32_t last[SIGMA_CONFIG_DEPTH + 1]; /* the last child of each, 0 for none */
    int32_t documents;
} builder;

static int32_t line_of(yaml_mark_t mark)
{
    return (int32_t)mark.line + 1;
}

static int32_t column_of(yaml_mark_t mark)
{
    return (int32_t)mark.column + 1;
}

/* ---- nodes */

static int32_t pool_text(config_document *doc, const void *text, size_t length)
{
    int32_t place = doc->pooled;

    memcpy(doc->pool + place, text, length);
    doc->pool[place + (int32_t)length] = '\0';
    doc->pooled += (int32_t)length + 1;
    return place;
}

/* The last child so far gets a sibling, or the parent its first child. */
static void link(builder *b, int32_t place)
{
    config_document *doc = b->doc;

    if (b->depth == 0) {
        return;
    }
    int32_t *last = &b->last[b->depth - 1];
    config_node *parent = &doc->node[b->open[b->depth - 1]];
    if (*last > 0) {
        doc->node[*last].next = place;
    } else {
        parent->first = place;
    }
    *last = place;
    parent->count++;
}

/* A new node; NULL where there are too many. */
static config_node *append(builder *b, int32_t kind, yaml_mark_t mark, int32_t weight)
{
    config_document *doc = b->doc;

    if (weight > SIGMA_CONFIG_VALUES - doc->weight) {
        sigma_config_fail_at(doc, SIGMA_E_SPACE, line_of(mark), column_of(mark),
                             "expected at most %d values, those behind aliases counted each time",
                             SIGMA_CONFIG_VALUES);
        return NULL;
    }
    doc->weight += weight;
    doc->nodes++;
    link(b, doc->nodes);
    config_node *node = &doc->node[doc->nodes];
    node->kind = kind;
    node->line = line_of(mark);
    node->column = column_of(mark);
    node->weight = weight;
    return node;
}

static bool too_deep(builder *b, yaml_mark_t mark)
{
    return sigma_config_fail_at(b->doc, SIGMA_E_SPACE, line_of(mark), column_of(mark),
                                "expected at most %d levels", SIGMA_CONFIG_DEPTH);
}

static void raise_parent(builder *b, int32_t height)
{
    if (b->depth > 0) {
        config_node *parent = &b->doc->node[b->open[b->depth - 1]];
        parent->height = parent->height > height ? parent->height : height + 1;
    }
}

static void name_anchor(builder *b, config_node *node, const yaml_char_t *anchor)
{
    if (anchor) {
        node->anchor = pool_text(b->doc, anchor, strlen((const char *)anchor));
    }
}

static bool refuse_tag(builder *b, const yaml_event_t *event, const yaml_char_t *tag)
{
    return sigma_config_fail_at(b->doc, SIGMA_E_FORMAT, line_of(event->start_mark),
                                column_of(event->start_mark), "expected no tag, found %.60s",
                                (const char *)tag);
}

/* ---- events */

static bool take_scalar(builder *b, const yaml_event_t *event)
{
    size_t length = event->data.scalar.length;

    if (event->data.scalar.tag) {
        return refuse_tag(b, event, event->data.scalar.tag);
    }
    if (length > SIGMA_CONFIG_LONGEST) {
        return sigma_config_fail_at(
            b->doc, SIGMA_E_SPACE, line_of(event->start_mark), column_of(event->start_mark),
            "expected at most %d bytes, found %d", SIGMA_CONFIG_LONGEST, (int)length);
    }
    config_node *node = append(b, NODE_SCALAR, event->start_mark, 1);
    if (!node) {
        return false;
    }
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    node->length = (int32_t)length;
    node->text = pool_text(b->doc, event->data.scalar.value, length);
    name_anchor(b, node, event->data.scalar.anchor);
    raise_parent(b, 0);
    return true;
}

static bool take_start(builder *b, const yaml_event_t *event, int32_t kind, const yaml_char_t *tag,
                       const yaml_char_t *anchor)
{
    if (tag) {
        return refuse_tag(b, event, tag);
    }
    if (b->depth == SIGMA_CONFIG_DEPTH) {
        return too_deep(b, event->start_mark);
    }
    config_node *node = append(b, kind, event->start_mark, 1);
    if (!node) {
        return false;
    }
    node->weight = 0;
    node->text = b->doc->weight; /* until it is closed */
    name_anchor(b, node, anchor);
    b->open[b->depth] = b->doc->nodes;
    b->last[b->depth] = 0;
    b->depth++;
    return true;
}

static bool take_end(builder *b)
{
    b->depth--;
    config_node *node = &b->doc->node[b->open[b->depth]];
    node->weight = b->doc->weight - node->text + 1;
    node->text = 0;
    raise_parent(b, node->height);
    return true;
}

/* The last value of that name. */
static int32_t find_anchor(const config_document *doc, const char *anchor)
{
    int32_t place = doc->nodes;

    while (place > 0 && strcmp(doc->pool + doc->node[place].anchor, anchor) != 0) {
        place--;
    }
    return place;
}

/* A copy that shares its children with what it stands for. */
static bool take_alias(builder *b, const yaml_event_t *event)
{
    const char *anchor = (const char *)event->data.alias.anchor;
    yaml_mark_t mark = event->start_mark;
    int32_t place = find_anchor(b->doc, anchor);

    if (place == 0) {
        return sigma_config_fail_at(b->doc, SIGMA_E_FORMAT, line_of(mark), column_of(mark),
                                    "expected an anchor &%.60s before its alias", anchor);
    }
    config_node *source = &b->doc->node[place];
    if (source->weight == 0) {
        return sigma_config_fail_at(b->doc, SIGMA_E_FORMAT, line_of(mark), column_of(mark),
                                    "expected a value that does not contain itself, found *%.60s",
                                    anchor);
    }
    if (b->depth + source->height > SIGMA_CONFIG_DEPTH) {
        return too_deep(b, mark);
    }
    config_node *node = append(b, source->kind, mark, source->weight);
    if (!node) {
        return false;
    }
    node->plain = source->plain;
    node->text = source->text;
    node->length = source->length;
    node->first = source->first;
    node->count = source->count;
    node->height = source->height;
    raise_parent(b, node->height);
    return true;
}

static bool take_document(builder *b, const yaml_event_t *event)
{
    b->documents++;
    if (b->documents == 1) {
        return true;
    }
    return sigma_config_fail_at(b->doc, SIGMA_E_FORMAT, line_of(event->start_mark),
                                column_of(event->start_mark),
                                "expected one document, found another");
}

static bool take(builder *b, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT: return take_document(b, event);
    case YAML_SCALAR_EVENT: return take_scalar(b, event);
    case YAML_ALIAS_EVENT: return take_alias(b, event);
    case YAML_SEQUENCE_START_EVENT:
        return take_start(b, event, NODE_LIST, event->data.sequence_start.tag,
                          event->data.sequence_start.anchor);
    case YAML_MAPPING_START_EVENT:
        return take_start(b, event, NODE_MAPPING, event->data.mapping_start.tag,
                          event->data.mapping_start.anchor);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: return take_end(b);
    default: return true;
    }
}

/* ---- what libyaml cannot read */

static bool report_problem(builder *b)
{
    const yaml_parser_t *p = &b->parser;

    if (p->error == YAML_MEMORY_ERROR) {
        return sigma_config_fail_at(b->doc, SIGMA_E_SPACE, 0, 0, "there is not enough memory");
    }
    if (sigma_config_tab_indents(b->text, b->length, (int32_t)p->problem_mark.line)) {
        return sigma_config_fail_at(b->doc, SIGMA_E_FORMAT, line_of(p->problem_mark), 1,
                                    "expected spaces before the key, found a tab");
    }
    return sigma_config_fail_at(b->doc, SIGMA_E_FORMAT, line_of(p->problem_mark),
                                column_of(p->problem_mark), "not YAML: %s%s%s",
                                p->context ? p->context : "", p->context ? ", " : "", p->problem);
}

static bool take_all(builder *b)
{
    bool fine = true, more = true;

    while (fine && more) {
        yaml_event_t event;
        if (!yaml_parser_parse(&b->parser, &event)) {
            return report_problem(b);
        }
        more = event.type != YAML_STREAM_END_EVENT;
        fine = take(b, &event);
        yaml_event_delete(&event);
    }
    return fine;
}

bool sigma_config_parse(config_document *doc, const char *text, int32_t length)
{
    builder b = {.doc = doc, .text = text, .length = length};

    doc->pooled = 1;
    if (!yaml_parser_initialize(&b.parser)) {
        return sigma_config_fail_at(doc, SIGMA_E_SPACE, 0, 0, "there is not enough memory");
    }
    yaml_parser_set_encoding(&b.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&b.parser, (const unsigned char *)text, (size_t)length);
    bool fine = take_all(&b);
    yaml_parser_delete(&b.parser);
    return fine;
}
