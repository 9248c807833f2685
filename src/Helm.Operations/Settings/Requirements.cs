using Microsoft.Extensions.Options;

namespace Helm.Operations.Settings;

/// <summary>Collects what is wrong with a section, each with the full key, so that one start tells all of it.</summary>
public sealed class Requirements(string section)
{
    private readonly List<string> _failures = [];

    /// <summary>Notes a failure like <c>Helm:Issues:OpenAfter is 0; expected at least 1</c>.</summary>
    public Requirements Require(bool holds, string key, object? value, string expected)
    {
        if (!holds)
        {
            _failures.Add(FormattableString.Invariant($"{section}:{key} is '{value}'; expected {expected}."));
        }

        return this;
    }

    public Requirements Positive(string key, Duration duration) =>
        Require(duration.Value > TimeSpan.Zero, key, duration, $"more than nothing: {Duration.Expected}");

    public ValidateOptionsResult Result() =>
        _failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_failures);
}
