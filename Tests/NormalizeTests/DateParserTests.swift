import Testing

@testable import Normalize

@Test(arguments: [
    "20250211", "2025年2月11日", "2025-02-11", "2025/2/11", "2025.2.11", "２０２５年２月１１日", "2025 年 2 月 11 日",
    "2025-02-11 10:30:00", "2025年02月11日。",
])
func readsReportDates(_ text: String) {
    #expect(DateParser.isoDay(text) == "2025-02-11")
}

@Test(arguments: ["", "2025年2月", "2025", "2025-13-01", "2025年2月30日", "20251340", "年月日", "2025年底", "45657", "188123456"])
func refusesWhatNamesNoDay(_ text: String) {
    #expect(DateParser.isoDay(text) == nil)
}

@Test(arguments: [
    ("（2025年度）", 2025), ("2024年", 2024), ("(2025 年度)", 2025), ("2019年度)", 2019), ("二〇二四年度", 2024),
    ("二○二四年度", 2024), ("贵州省2023年省级部门预算项目支出绩效目标表", 2023), ("填报于2025年2月，2024年度", 2024), ("(2025)", 2025),
    ("２０２４年度", 2024),
])
func findsTheFiscalYear(_ text: String, _ year: Int) {
    #expect(DateParser.fiscalYear(in: text) == year)
}

@Test(arguments: ["项目支出绩效目标表", "黔财〔2024〕38号", "12024年", "0025年度", "20250211", "3年"])
func findsNoFiscalYear(_ text: String) {
    #expect(DateParser.fiscalYear(in: text) == nil)
}
