using System.Text.RegularExpressions;
using Amazon;

namespace Helm.Domains.Cloud.Accounts;

/// <summary>The regions and partitions that the SDK knows. What is not on its list is never asked.</summary>
internal static partial class Regions
{
    private static readonly Dictionary<string, RegionEndpoint> Known =
        RegionEndpoint.EnumerableAllRegions.ToDictionary(region => region.SystemName, StringComparer.Ordinal);

    public static RegionEndpoint? Find(string name) => Known.GetValueOrDefault(name);

    public static bool IsAccount(string text) => Account().IsMatch(text);

    public static bool IsRole(string arn) => Role().IsMatch(arn);

    [GeneratedRegex(@"^\d{12}$", RegexOptions.ECMAScript)]
    private static partial Regex Account();

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::\d{12}:role/[\w+=,.@/-]+$", RegexOptions.ECMAScript)]
    private static partial Regex Role();
}
