import Testing

@testable import TableRecon

@Suite struct SettingsCheckTests {
    @Test func theDefaultsMakeSense() throws {
        #expect(try TableSettings().validated() == TableSettings())
    }

    /// A setting that no check names could be wrong in silence.
    @Test func everySettingIsChecked() {
        let settings = TableSettings()
        #expect(
            Mirror(reflecting: settings).children.count == settings.groups.count + 2, "all groups, method and marks")
        for (name, group) in settings.groups {
            let fields = Mirror(reflecting: group).children.compactMap(\.label)
            #expect(group.checks.map(\.name) == fields, "\(name)")
        }
    }

    @Test func aWrongSettingIsNamedWithItsGroup() {
        var settings = TableSettings()
        settings.rulings.borderCoverage = 1.5
        settings.rows.pitchJump = 0.9
        #expect(throws: TableSettingsError.self) { try settings.validated() }
        #expect(settings.problems.map(\.setting) == ["rulings.borderCoverage", "rows.pitchJump"])
        #expect(
            settings.problems.first?.description
                == "The setting rulings.borderCoverage is 1.5, but must be a share from 0 to 1.")
    }

    @Test(arguments: [Double.nan, .infinity, -1])
    func noLengthIsEndlessOrNegative(_ length: Double) {
        var settings = TableSettings()
        settings.rulings.joinTolerance = length
        settings.labels.skippedRowCost = length
        settings.columns.most = 0
        settings.header.years = -5...5
        #expect(
            settings.problems.map(\.setting)
                == ["rulings.joinTolerance", "columns.most", "labels.skippedRowCost", "header.years"])
    }

    @Test func theWeightsOfConfidenceAddUpToOne() {
        let weights = TableSettings().confidence
        let sum = weights.fitWeight + weights.alignmentWeight + weights.fillWeight + weights.rulesWeight
        #expect(abs(sum - 1) < 1e-9)
    }
}
