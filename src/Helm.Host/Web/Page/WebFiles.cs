using System.Security.Cryptography;

namespace Helm.Host.Web.Page;

/// <summary>Style, scripts and icons: part of the program, each under an address that changes with its content.</summary>
internal static class WebFiles
{
    private const string Prefix = "web.";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
    };

    private static readonly Dictionary<string, (byte[] Content, string Version)> Known = typeof(WebFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    public static string Address(string name) => $"/files/{name}?v={Known[name].Version}";

    public static void MapWebFiles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/files/{name}", (HttpContext http, string name) =>
        {
            if (!Known.TryGetValue(name, out var file) || !Types.TryGetValue(Path.GetExtension(name), out var type))
            {
                return Results.NotFound();
            }

            // A script imports others without their version; those are asked about each time.
            http.Response.Headers.CacheControl = http.Request.Query["v"] == file.Version ? "private, max-age=31536000, immutable" : "no-cache";
            return Results.Bytes(file.Content, type, entityTag: new($"\"{file.Version}\""));
        }).ExcludeFromDescription();

    private static (byte[] Content, string Version) Read(string resource)
    {
        using var stream = typeof(WebFiles).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return (content, Convert.ToHexStringLower(SHA256.HashData(content))[..12]);
    }
}
