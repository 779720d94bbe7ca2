/// A setting that makes no sense.
public struct TableSettingsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The group and the setting, such as `rulings.joinTolerance`.
    public var setting: String
    public var value: String
    /// What the setting must be, such as "a share from 0 to 1".
    public var expected: String

    public var description: String { "The setting \(setting) is \(value), but must be \(expected)." }
}

extension TableSettings {
    /// The settings themselves, when all of them make sense.
    ///
    /// - Throws: The first setting that does not, in the order in which the groups are declared.
    public func validated() throws(TableSettingsError) -> TableSettings {
        if let wrong = problems.first { throw wrong }
        return self
    }

    /// All settings that make no sense.
    public var problems: [TableSettingsError] {
        groups.flatMap { name, group in
            group.checks.filter { !$0.isMet }.map {
                TableSettingsError(setting: "\(name).\($0.name)", value: $0.value, expected: $0.expected)
            }
        }
    }

    var groups: [(name: String, group: any SettingsGroup)] {
        [
            ("rulings", rulings),
            ("lattice", lattice),
            ("refining", refining),
            ("words", words),
            ("columns", columns),
            ("rows", rows),
            ("labels", labels),
            ("header", header),
            ("prose", prose),
            ("regions", regions),
            ("ruled", ruled),
            ("typed", typed),
            ("shading", shading),
            ("judging", judging),
            ("joining", joining),
            ("confidence", confidence),
            ("continuation", continuation),
        ]
    }
}

/// Settings of one step that can tell whether they make sense.
protocol SettingsGroup {
    /// One for each setting.
    var checks: [SettingCheck] { get }
}

/// What is asked of one setting.
struct SettingCheck {
    var name: String
    var value: String
    var expected: String
    var isMet: Bool

    static func length(_ name: String, _ value: Double) -> SettingCheck {
        SettingCheck(
            name: name, value: "\(value)", expected: "a finite length of at least 0",
            isMet: value.isFinite && value >= 0)
    }

    static func weight(_ name: String, _ value: Double) -> SettingCheck {
        SettingCheck(
            name: name, value: "\(value)", expected: "a finite weight of at least 0",
            isMet: value.isFinite && value >= 0)
    }

    static func factor(_ name: String, _ value: Double) -> SettingCheck {
        SettingCheck(
            name: name, value: "\(value)", expected: "a finite factor of at least 1",
            isMet: value.isFinite && value >= 1)
    }

    static func share(_ name: String, _ value: Double) -> SettingCheck {
        SettingCheck(name: name, value: "\(value)", expected: "a share from 0 to 1", isMet: (0...1).contains(value))
    }

    static func count(_ name: String, _ value: Int) -> SettingCheck {
        SettingCheck(name: name, value: "\(value)", expected: "a number of at least 1", isMet: value >= 1)
    }

    static func range(_ name: String, _ value: ClosedRange<Double>) -> SettingCheck {
        SettingCheck(
            name: name, value: "\(value)", expected: "a finite range from 0 on",
            isMet: value.lowerBound >= 0 && value.upperBound.isFinite)
    }

    static func range(_ name: String, _ value: ClosedRange<Int>) -> SettingCheck {
        SettingCheck(name: name, value: "\(value)", expected: "a range from 0 on", isMet: value.lowerBound >= 0)
    }
}
