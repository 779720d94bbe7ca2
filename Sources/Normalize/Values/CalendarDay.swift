/// A day of the Gregorian calendar, checked.
struct CalendarDay: Hashable {
    let year: Int
    let month: Int
    let day: Int

    /// Years that a form may speak of; other numbers of four digits are counts.
    static let plausibleYears = 1900...2199

    init?(year: Int, month: Int, day: Int) {
        guard Self.plausibleYears.contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Self.lastDay(year: year, month: month) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    static func lastDay(year: Int, month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// "2025-02-11".
    var iso: String {
        "\(year)-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
    }
}
