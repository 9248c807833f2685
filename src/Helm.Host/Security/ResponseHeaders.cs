namespace Helm.Host.Security;

/// <summary>What every answer of the API carries: nothing of it is kept, guessed, framed or run.</summary>
internal sealed class ResponseHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            // A file that never changes under its address says so.
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            // A page says what it needs; everything else needs nothing.
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            }

            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
