/// How many letters must be put in, taken out or changed to make one text of the other (Levenshtein).
///
/// - Complexity: O(m · n) in the lengths of the texts.
package func editDistance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one), Array(other))
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
        var diagonal = row[0]
        row[0] = index + 1
        for (column, wanted) in other.enumerated() {
            let next = min(row[column] + 1, row[column + 1] + 1, diagonal + (letter == wanted ? 0 : 1))
            diagonal = row[column + 1]
            row[column + 1] = next
        }
    }
    return row[other.count]
}
