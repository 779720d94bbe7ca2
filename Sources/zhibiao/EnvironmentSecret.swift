import Foundation

/// Variables of the environment that nobody shall find there later: /proc shows them to every process of the user, and
/// programs that are started get copies.
enum EnvironmentSecret {
    /// The value, which is gone from the environment and from the memory that held it; nil when there is none.
    static func take(_ name: String) -> String? {
        guard let start = getenv(name) else { return nil }
        let value = String(cString: start)
        explicit_bzero(start, strlen(start))
        unsetenv(name)
        return value
    }
}
