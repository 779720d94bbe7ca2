import Normalize
import Testing

@testable import Pipeline

/// What decides what a document gives.
@Suite struct ConversionSettingsTests {
    @Test func theOptionsAreThoseOfTheSettings() throws {
        var settings = ConversionSettings(password: "x", pages: "2-3")
        settings.ocr = .never
        settings.engine = .tesseract
        let options = try settings.options()
        #expect(options.password == "x")
        #expect(options.pages?.description == "2-3")
        #expect(options.ocr == .never)
        #expect(options.engine == .tesseract)
    }

    @Test func aDictionaryIsAddedOrRefused() throws {
        let words = ConversionSettings.UserDictionary(name: "mine.yaml", yaml: "colums:\n  target: [甲]\n")
        do throws(DictionaryError) {
            _ = try ConversionSettings(dictionary: words).options()
            Issue.record("The key is unknown.")
        } catch {
            #expect(error.message.contains("mine.yaml"))
            #expect(error.message.contains("columns"))
        }
        let right = ConversionSettings.UserDictionary(name: "mine.yaml", yaml: "columns:\n  target: [甲]\n")
        _ = try ConversionSettings(dictionary: right).options()
    }
}
