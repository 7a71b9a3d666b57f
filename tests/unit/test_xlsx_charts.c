/* tests/unit/test_xlsx_charts.c - charts of workbooks: what they show to a reader of their cache alone. */
#include "xlsx_support.h"

#include <string.h>

static const char chart1[] = "xl/charts/chart1.xml", drawing1[] = "xl/drawings/drawing1.xml";

static void charts_show_what_formulas_give(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "Över");
    kp_chart chart = chart_over_formulas(w, sheet, KP_CHART_RADAR);
    const char *path, *text;

    kp_add_chart(sheet, &chart);
    path = written(w, sheet->book);
    text = part_of(w, path, chart1);
    assert_has(text, "<c:radarStyle val=\"marker\"/>");
    assert_has(text, "<c:f>'Över'!$B$2:$B$5</c:f><c:numCache><c:formatCode>General</c:formatCode>"
                     "<c:ptCount val=\"4\"/><c:pt idx=\"0\"><c:v>12.5</c:v></c:pt>"
                     "<c:pt idx=\"1\"><c:v>0</c:v></c:pt></c:numCache>");
    assert_has(text, "<c:ptCount val=\"4\"/><c:pt idx=\"0\"><c:v>50</c:v></c:pt></c:numCache>");
    assert_has(text, "<c:strCache><c:ptCount val=\"4\"/><c:pt idx=\"0\"><c:v>Demokrati</c:v></c:pt>"
                     "<c:pt idx=\"1\"><c:v>Styrning &amp; ledning</c:v></c:pt>"
                     "<c:pt idx=\"2\"><c:v>_x005F_x0041_</c:v></c:pt>");
    assert_has(text, "<c:max val=\"100\"/><c:min val=\"0\"/>");
    assert_has(text, "<c:majorUnit val=\"20\"/>");
    assert_has_not(text, "dispBlanksAs"); /* without a word programs leave a gap */
    assert_has(text, "<c:legendPos val=\"b\"/>");
    assert_has(text, "<a:t>=Titel</a:t>"); /* a text, not a formula */
    assert_has(text, "<c:tx><c:v>=Egen</c:v></c:tx>");
    assert_has(part_of(w, path, drawing1), "descr=\"Ord &amp; &quot;tal&quot;\"");
}

static void charts_of_one_series_need_no_legend(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S");
    kp_chart chart = chart_over_formulas(w, sheet, KP_CHART_BAR);
    const char *text;

    chart.series_count = 1;
    chart.title = NULL;
    kp_add_chart(sheet, &chart);
    text = part_of(w, written(w, sheet->book), chart1);
    assert_has(text, "<c:barDir val=\"bar\"/>");
    assert_has(text, "<c:orientation val=\"maxMin\"/>"); /* the first on top */
    assert_has_not(text, "<c:legend>");
    assert_has(text, "<c:autoTitleDeleted val=\"1\"/>");
}

static uint32_t times_in(const char *text, const char *part)
{
    uint32_t times = 0;

    while ((text = strstr(text, part)) != NULL)
        times++, text++;
    return times;
}

static void a_series_goes_on_behind_a_gap(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S");
    kp_chart chart = chart_over_formulas(w, sheet, KP_CHART_LINE);
    const char *text;

    chart.series[2] = chart.series[1];
    chart.series[1] = chart.series[0];
    chart.series[1].goes_on = true;
    chart.series_count = 3;
    kp_add_chart(sheet, &chart);
    chart.series_count = 2;
    kp_add_chart(sheet, &chart);
    text = part_of(w, written(w, sheet->book), chart1);
    assert_int(times_in(text, "<c:symbol val=\"circle\"/>"), 2);
    assert_int(times_in(text, "<c:symbol val=\"square\"/>"), 1);
    assert_has(text, "<c:legendPos val=\"b\"/><c:legendEntry><c:idx val=\"1\"/><c:delete val=\"1\"/>");
    text = part_of(w, written(w, sheet->book), "xl/charts/chart2.xml"); /* one line, in two parts */
    assert_has_not(text, "<c:legend>");
}

static void years_stand_at_their_distance(void **state)
{
    static const int64_t years[] = {2010, 2014, 2021};
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S");
    kp_chart chart = chart_of(sheet);
    const char *text;

    for (uint32_t i = 0; i < 3; i++) {
        kp_put_number(sheet, 1 + i, 0, style_of(KP_ROLE_BODY), kp_num_int(years[i]));
        kp_put_number(sheet, 1 + i, 1, style_of(KP_ROLE_BODY), kp_num_int(400 + (int64_t)i));
    }
    chart.kind = KP_CHART_LINE;
    chart.series[0].categories = (kp_range){sheet, 1, 0, 3, 0};
    chart.series[0].values = (kp_range){sheet, 1, 1, 3, 1};
    kp_add_chart(sheet, &chart);
    text = part_of(w, written(w, sheet->book), chart1);
    assert_has(text, "<c:scatterStyle val=\"lineMarker\"/>");
    assert_has(text, "<c:max val=\"2021\"/><c:min val=\"2010\"/>");
    assert_has(text, "<c:pt idx=\"1\"><c:v>2014</c:v></c:pt>");
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(charts_show_what_formulas_give),
        TEST(charts_of_one_series_need_no_legend),
        TEST(a_series_goes_on_behind_a_gap),
        TEST(years_stand_at_their_distance),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("xlsx_charts", tests, NULL, NULL) != 0;
}
