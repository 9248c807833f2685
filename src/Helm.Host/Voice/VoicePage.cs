namespace Helm.Host.Voice;

/// <summary><c>/voice/test</c>: a page that talks and shows what happens; it asks nobody but this host for anything.</summary>
internal static class VoicePage
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly (string Path, string File, string Type)[] Files =
    [
        ("/voice/test", "test.html", "text/html; charset=utf-8"),
        ("/voice/test.css", "test.css", "text/css; charset=utf-8"),
        ("/voice/test.js", "test.js", "text/javascript; charset=utf-8"),
        ("/voice/microphone.js", "microphone.js", "text/javascript; charset=utf-8"),
    ];

    public static void MapVoicePage(this WebApplication app)
    {
        foreach (var (path, file, type) in Files)
        {
            var content = Read(file);
            app.MapGet(path, (HttpContext http) =>
            {
                http.Response.Headers.ContentSecurityPolicy = Policy;
                http.Response.Headers["Permissions-Policy"] = "microphone=(self)";
                return Results.Text(content, type);
            }).ExcludeFromDescription();
        }
    }

    private static string Read(string file)
    {
        using var reader = new StreamReader(typeof(VoicePage).Assembly.GetManifestResourceStream("voice." + file)!);
        return reader.ReadToEnd();
    }
}
