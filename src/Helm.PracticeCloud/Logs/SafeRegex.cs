using System.Text.RegularExpressions;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Logs;

/// <summary>Regular expressions from outside, without backtracking so that none can take long.</summary>
internal static class SafeRegex
{
    public static Regex Create(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new AwsErrorException("InvalidParameterException", $"The regular expression /{pattern}/ cannot be used: {error.Message}");
        }
    }
}
