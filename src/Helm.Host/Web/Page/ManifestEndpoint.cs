namespace Helm.Host.Web.Page;

/// <summary>What lets the page be installed as an app, and Microsoft's chat window.</summary>
internal static class ManifestEndpoint
{
    public static void MapManifest(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/manifest.webmanifest", () => Results.Json(
            new
            {
                name = "Helm",
                short_name = "Helm",
                description = "Says what runs, what is wrong and why, and mends with leave.",
                id = "/",
                start_url = "/",
                scope = "/",
                display = "standalone",
                background_color = "#0f3d5e",
                theme_color = "#0f3d5e",
                icons = new object[]
                {
                    new { src = WebFiles.Address("icon-192.png"), sizes = "192x192", type = "image/png", purpose = "any" },
                    new { src = WebFiles.Address("icon-512.png"), sizes = "512x512", type = "image/png", purpose = "any maskable" },
                    new { src = WebFiles.Address("icon.svg"), sizes = "any", type = "image/svg+xml", purpose = "any" },
                },
            },
            contentType: "application/manifest+json")).ExcludeFromDescription();
        endpoints.MapGet("/files/chat/{name}", (HttpContext http, WebChatBundle bundle, string name) =>
        {
            if (bundle.Content is not { } content || name != WebChatBundle.FileName)
            {
                return Results.NotFound();
            }

            http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
            return Results.Bytes(content, "text/javascript; charset=utf-8");
        }).ExcludeFromDescription();
    }
}
