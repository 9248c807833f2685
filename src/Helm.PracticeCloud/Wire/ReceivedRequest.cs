using Microsoft.AspNetCore.Http.Features;

namespace Helm.PracticeCloud.Wire;

/// <summary>A request as it came over the wire: signatures cover the raw target, not the decoded path.</summary>
internal sealed record ReceivedRequest(string Method, string Path, string Query, IHeaderDictionary Headers, byte[] Body)
{
    // A length that is only claimed reserves no more than a large request needs.
    private const long MostReserved = 512 * 1024;

    public static async Task<ReceivedRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? 0, MostReserved));
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var octets = body.Length == body.Capacity ? body.GetBuffer() : body.ToArray();
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        return new(context.Request.Method, path, question < 0 ? "" : target[(question + 1)..], context.Request.Headers, octets);
    }

    /// <summary>Name and value pairs of the query, decoded.</summary>
    public IEnumerable<KeyValuePair<string, string>> QueryPairs() => Pairs(Query, Uri.UnescapeDataString);

    public static IEnumerable<KeyValuePair<string, string>> Pairs(string text, Func<string, string> decode)
    {
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0 ? new(decode(pair), "") : new(decode(pair[..equals]), decode(pair[(equals + 1)..]));
        }
    }
}
