import Pipeline
import Testing

@testable import Bulk

/// What workers are told and tell.
@Suite struct WorkerMessagesTests {
    @Test func aPlaceReadsAsItWasSent() {
        let place = WorkerPlace(stage: .normalize, page: 70_000)
        #expect(WorkerPlace(payload: place.payload) == place)
        #expect(WorkerPlace(payload: [1, 0, 0]) == nil)
        #expect(WorkerPlace(payload: [1, 0, 0, 0] + Array("nowhere".utf8)) == nil)
    }

    /// From page to page, and on each from reading to looking; no page twice and none before the first.
    @Test func placesFollowEachOther() {
        func place(_ stage: Failure.Stage, _ page: Int) -> WorkerPlace { WorkerPlace(stage: stage, page: page) }
        #expect(place(.text, 1).follows(nil))
        #expect(place(.normalize, 1).follows(place(.text, 1)))
        #expect(place(.text, 5).follows(place(.normalize, 1)))
        #expect(!place(.text, 0).follows(nil))
        #expect(!place(.open, 1).follows(nil))
        #expect(!place(.text, 1).follows(place(.text, 1)))
        #expect(!place(.text, 1).follows(place(.normalize, 1)))
        #expect(!place(.normalize, 1).follows(place(.normalize, 1)))
        #expect(!place(.text, 1).follows(place(.text, 2)))
    }

    @Test func anOrderSurvivesTheWay() {
        var order = WorkerOrder(sha256: "ab", skippedPages: [3, 70_000])
        order.name = "甲.pdf"
        #expect(WorkerOrder(payload: order.payload) == order)
        for count in 0..<(order.payload.count - Array(order.name.utf8).count) {
            #expect(WorkerOrder(payload: Array(order.payload.prefix(count))) == nil)
        }
        #expect(WorkerOrder(payload: [0xFF, 0xFF, 0xFF, 0xFF]) == nil)
    }

    @Test func theSameValueGivesTheSameBytes() {
        let fault = DocumentFault(stage: .text, code: .damaged, message: "a/b \"甲\"")
        #expect(
            String(decoding: fault.jsonBytes, as: UTF8.self)
                == #"{"code":"damaged","message":"a/b \"甲\"","stage":"text"}"#)
    }
}
