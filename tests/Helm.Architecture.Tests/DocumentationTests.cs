using System.Text.RegularExpressions;

namespace Helm.Architecture.Tests;

/// <summary>Every public type says in a sentence what it is.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_public_type_has_a_summary()
    {
        var bare =
            from file in Sources.In("src")
            where !file.Contains("/Migrations/", StringComparison.Ordinal)
            let lines = File.ReadAllLines(file)
            from number in Enumerable.Range(0, lines.Length)
            where PublicType().IsMatch(lines[number]) && !HasSummary(lines, number)
            select $"{Path.GetRelativePath(Sources.Root, file)}:{number + 1}";

        Assert.Empty(bare);
    }

    private static bool HasSummary(string[] lines, int number)
    {
        while (--number >= 0 && lines[number].TrimStart() is ['[' or ' ', ..] or ['/', '/', ..])
        {
            if (lines[number].Contains("<summary>", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^public (abstract |sealed |static |readonly |partial )*(class|record|interface|enum|struct) ")]
    private static partial Regex PublicType();
}
