import Testing

@testable import Normalize

/// Days that there are.
@Suite struct CalendarDayTests {
    @Test(arguments: [
        (2024, 2, 29, "2024-02-29"), (2000, 2, 29, "2000-02-29"), (2025, 12, 31, "2025-12-31"),
        (2025, 4, 30, "2025-04-30"), (2025, 1, 5, "2025-01-05"),
    ])
    func aDayIsWrittenAsISO(year: Int, month: Int, day: Int, iso: String) {
        #expect(CalendarDay(year: year, month: month, day: day)?.iso == iso)
    }

    @Test(arguments: [
        (2025, 2, 29), (1900, 2, 29), (2025, 4, 31), (2025, 13, 1), (2025, 0, 1), (2025, 6, 0), (1234, 1, 1),
        (2200, 1, 1),
    ])
    func whatIsNoDayIsRefused(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }
}
