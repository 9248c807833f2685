using System.Text.RegularExpressions;

namespace Helm.PracticeCloud.Identity;

/// <summary>The Authorization header of Signature Version 4, in its parts.</summary>
internal sealed partial record Authorization(
    string AccessKeyId, string Date, string Region, string Service, IReadOnlyList<string> SignedHeaders, string Signature)
{
    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    public static Authorization? Parse(string header)
    {
        var match = Shape().Match(header);
        return match.Success
            ? new(match.Groups["key"].Value, match.Groups["date"].Value, match.Groups["region"].Value, match.Groups["service"].Value,
                match.Groups["headers"].Value.Split(';'), match.Groups["signature"].Value)
            : null;
    }

    [GeneratedRegex(@"^AWS4-HMAC-SHA256\s+Credential=(?<key>[^/,\s]{1,128})/(?<date>\d{8})/(?<region>[a-z0-9-]{1,40})/(?<service>[a-z0-9-]{1,40})/aws4_request,\s*SignedHeaders=(?<headers>[a-z0-9;_-]{1,2000}),\s*Signature=(?<signature>[0-9a-f]{64})\s*$")]
    private static partial Regex Shape();
}
