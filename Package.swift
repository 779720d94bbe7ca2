// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "zhibiao",
    products: [
        .executable(name: "zhibiao", targets: ["zhibiao"]),
        .library(name: "PageModel", targets: ["PageModel"]),
        .library(name: "PDFText", targets: ["PDFText"]),
        .library(name: "ScanReading", targets: ["ScanReading"]),
        .library(name: "TableRecon", targets: ["TableRecon"]),
        .library(name: "Normalize", targets: ["Normalize"]),
        .library(name: "Pipeline", targets: ["Pipeline"]),
        .library(name: "Export", targets: ["Export"]),
        .library(name: "Review", targets: ["Review"]),
        .library(name: "Bulk", targets: ["Bulk"]),
    ],
    traits: [
        // Without it (--disable-default-traits) neither Hummingbird nor SwiftNIO is built.
        .trait(name: "Serve", description: "The command zhibiao serve."),
        .default(enabledTraits: ["Serve"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.9.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
        // Its settings are ours: swift-configuration is not needed.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: ["FullFoundation"]),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.0.0"),
    ],
    targets: [
        .systemLibrary(name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
        .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CJPEG", pkgConfig: "libjpeg", providers: [.apt(["libjpeg-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CTIFF", pkgConfig: "libtiff-4", providers: [.apt(["libtiff-dev"])]),
        .target(name: "CPictures", dependencies: ["CJPEG", "CPNG", "CTIFF"]),
        .target(name: "COpenVINO"),
        .target(name: "CTesseract"),
        .target(name: "CSandbox"),
        .target(name: "PageModel", swiftSettings: strict),
        .target(name: "PageImage", dependencies: ["PageModel"], swiftSettings: strict),
        .target(name: "PictureFiles", dependencies: ["PageImage", "CPictures"], swiftSettings: strict),
        .target(
            name: "PDFText", dependencies: ["PageModel", "PageImage", "PictureFiles", "CPoppler", "CQPDF"],
            swiftSettings: strict),
        .target(
            name: "ScanReading",
            dependencies: ["PageModel", "PageImage", "PDFText", "COpenVINO", "CTesseract", "CSandbox"],
            swiftSettings: strict),
        .target(name: "TableRecon", dependencies: ["PageModel"], swiftSettings: strict),
        .target(
            name: "Normalize",
            dependencies: [
                "PageModel", "TableRecon", "Yams", .product(name: "OrderedCollections", package: "swift-collections"),
            ],
            resources: [.embedInCode("Resources/forms.yaml")],
            swiftSettings: strict
        ),
        .target(
            name: "Pipeline", dependencies: ["PageModel", "PDFText", "ScanReading", "TableRecon", "Normalize"],
            swiftSettings: strict),
        .target(
            name: "Export",
            dependencies: [
                "PageModel", "TableRecon", "Normalize", "Pipeline", "CXlsxWriter",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "Review",
            dependencies: ["PageModel", "PDFText", "ScanReading", "TableRecon", "Normalize", "Pipeline", "Export"],
            resources: [
                "inspect.html", "inspect-foot.html", "inspect.css", "texts.json", "codes.json", "js/dom.js",
                "js/data.js", "js/language.js", "js/corrections.js", "js/checks.js", "js/queue.js", "js/pages.js",
                "js/forms.js", "js/keys.js", "js/detail.js", "js/main.js", "report.html", "report.css",
                "report-texts.json",
                "js/report.js",
            ].map { .embedInCode("Resources/\($0)") },
            swiftSettings: strict
        ),
        .target(
            name: "Bulk",
            dependencies: [
                "PageModel", "PDFText", "ScanReading", "TableRecon", "Normalize", "Pipeline", "Export", "Review",
                "CSandbox",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "OrderedCollections", package: "swift-collections"),
            ],
            resources: [
                .embedInCode("Resources/indicator.schema.json"), .embedInCode("Resources/form.schema.json"),
                .embedInCode("Resources/table.schema.json"), .embedInCode("Resources/run.schema.json"),
                .embedInCode("Resources/evidence.schema.json"),
            ],
            swiftSettings: strict),
        .target(
            name: "Service",
            dependencies: [
                "PDFText", "ScanReading", "TableRecon", "Normalize", "Pipeline", "Export", "Review", "Bulk",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [
                .embedInCode("Resources/openapi.json"), .embedInCode("Resources/page.html"),
                .embedInCode("Resources/indicator.schema.json"), .embedInCode("Resources/form.schema.json"),
                .embedInCode("Resources/table.schema.json"), .embedInCode("Resources/run.schema.json"),
                .embedInCode("Resources/failure.schema.json"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "zhibiao",
            dependencies: [
                "PageModel", "PDFText", "ScanReading", "TableRecon", "Normalize", "Pipeline", "Export", "Review",
                "Bulk",
                .target(name: "Service", condition: .when(traits: ["Serve"])),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "stage-times",
            dependencies: ["PageModel", "PDFText", "TableRecon", "Normalize", "Pipeline"],
            path: "Benchmarks/StageTimes", swiftSettings: strict
        ),
        .executableTarget(
            name: "in-process", dependencies: ["Bulk"], path: "Benchmarks/InProcess", swiftSettings: strict),
        // A worker that was taken over, and a kernel with less.
        .executableTarget(
            name: "hostile-worker", dependencies: ["Bulk", "Normalize", "Pipeline"], path: "Tests/HostileWorker",
            swiftSettings: strict),
        .executableTarget(name: "old-kernel", path: "Tests/OldKernel"),
        .target(
            name: "TestSupport", dependencies: ["PageModel", "PageImage"], path: "Tests/TestSupport",
            swiftSettings: strict),
        .testTarget(name: "PageModelTests", dependencies: ["PageModel"]),
        .testTarget(name: "PageImageTests", dependencies: ["PageImage", "PageModel", "TestSupport"]),
        .testTarget(name: "PictureFilesTests", dependencies: ["PictureFiles", "PageImage", "TestSupport"]),
        .testTarget(name: "PDFTextTests", dependencies: ["PDFText", "PageImage", "PageModel", "TestSupport"]),
        .testTarget(
            name: "ScanReadingTests", dependencies: ["ScanReading", "PDFText", "PageImage", "PageModel", "TestSupport"]),
        .testTarget(name: "TableReconTests", dependencies: ["TableRecon"]),
        .testTarget(name: "NormalizeTests", dependencies: ["Normalize", "PageModel", "TableRecon"]),
        .testTarget(
            name: "PipelineTests",
            // The program itself, for the workers of bulk runs.
            dependencies: [
                "Bulk", "CSandbox", "Export", "Normalize", "PDFText", "PageModel", "Pipeline", "Review", "ScanReading",
                "TableRecon", "TestSupport", "PageImage",
                "zhibiao", "hostile-worker", "old-kernel",
            ]),
        .testTarget(
            name: "ServiceTests",
            // The program itself, which is the service and its workers.
            dependencies: [
                "Bulk", "Export", "Normalize", "Pipeline", "Service", "TableRecon", "zhibiao",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// Only for scripts/fuzz, which builds everything with libFuzzer's instrumentation.
if Context.environment["ZHIBIAO_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "zhibiao-fuzz",
            dependencies: [
                "Bulk", "Pipeline", "Normalize", "PDFText", "PageImage", "PageModel", "ScanReading",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Fuzz", exclude: ["seeds"],
            swiftSettings: [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}
