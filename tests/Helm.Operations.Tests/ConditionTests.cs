using Helm.Operations.Expressions;

namespace Helm.Operations.Tests;

public sealed class ConditionTests
{
    private static readonly Dictionary<string, object?> Facts = new()
    {
        ["severity"] = "critical",
        ["status"] = new[] { "active", "DEGRADED" },
        ["impact.slo_breach"] = true,
        ["issue_count"] = 4,
        ["timeframe"] = TimeSpan.FromHours(23),
        ["timeframe_hours"] = 23m,
        ["duration_minutes"] = 61m,
        ["burn_rate"] = null,
    };

    [Theory]
    [InlineData("severity == 'critical' AND impact.slo_breach == true", true)]
    [InlineData("\nseverity == 'critical' AND\nimpact.slo_breach == true\n", true)]
    [InlineData("severity == 'high' AND status == 'DEGRADED'", false)]
    [InlineData("severity == \"CRITICAL\" and status == 'degraded'", true)]
    [InlineData("duration_minutes > 60 AND status == 'active'", true)]
    [InlineData("status != 'active'", false)]
    [InlineData("issue_count > 3 AND timeframe_hours < 24", true)]
    [InlineData("issue_count > 3 AND timeframe < '24h'", true)]
    [InlineData("issue_count > 3 AND timeframe < '22h30m'", false)]
    [InlineData("NOT severity == 'low'", true)]
    [InlineData("severity == 'low' OR severity == 'critical' AND issue_count >= 5", false)]
    [InlineData("(severity == 'low' OR severity == 'critical') AND issue_count <= 4", true)]
    [InlineData("impact.slo_breach", true)]
    [InlineData("burn_rate > 1", false)]
    [InlineData("NOT burn_rate > 1", true)]
    [InlineData("burn_rate == null", true)]
    [InlineData("issue_count == 4.0", true)]
    public void A_condition_is_read_as_the_documents_mean_it(string text, bool expected) =>
        Assert.Equal(expected, Condition.Parse(text, Facts.Keys).Holds(name => Facts[name]));

    [Theory]
    [InlineData("severity = 'critical'", 10, "'=='")]
    [InlineData("severity == 'critical", 13, "does not end")]
    [InlineData("severity == 'critical' impact.slo_breach", 24, "AND, OR or the end")]
    [InlineData("severty == 'critical'", 1, "There is no name 'severty'")]
    [InlineData("severity == ", 13, "the condition ends")]
    [InlineData("(severity == 'x'", 17, "a closing parenthesis")]
    [InlineData("severity == 'x' AND AND", 21, "a name, a string or a number")]
    [InlineData("severity & 'x'", 10, "means nothing")]
    [InlineData("issue_count > 1.2.3", 15, "is not a number")]
    [InlineData("", 1, "the condition ends")]
    public void What_is_wrong_is_told_with_its_column(string text, int column, string says)
    {
        var wrong = Assert.Throws<ConditionException>(() => Condition.Parse(text, Facts.Keys));

        Assert.Equal(column, wrong.Column);
        Assert.Contains(says, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_written_is_a_condition_or_an_error_with_a_column()
    {
        var random = new Random(11);
        string[] words = ["severity", "==", "'critical'", "AND", "OR", "NOT", "(", ")", "<", "24", "'24h'", "timeframe", "true", "=", "'", "§", "-", ".", " "];
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(12)).Select(_ => words[random.Next(words.Length)]));
            try
            {
                Condition.Parse(text, Facts.Keys).Holds(name => Facts[name]);
            }
            catch (ConditionException wrong)
            {
                Assert.InRange(wrong.Column, 1, text.Length + 1);
            }
        }
    }

    [Fact]
    public void Depth_has_a_limit_instead_of_a_crash() =>
        Assert.Throws<ConditionException>(() => Condition.Parse(new string('(', 100_000) + "severity", Facts.Keys));
}
