using Microsoft.Extensions.Options;

namespace Helm.Host.Security;

/// <summary>Answers only to its own names: a page that points its own name at loopback (DNS rebinding) is not one of them.</summary>
internal sealed class HostGate(RequestDelegate next, IOptions<SecurityOptions> options)
{
    private readonly HashSet<string> _names =
        new(["localhost", "127.0.0.1", "[::1]", .. options.Value.AllowedHosts], StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext http) => _names.Contains(http.Request.Host.Host)
        ? next(http)
        : Problems.WriteAsync(
            http, StatusCodes.Status421MisdirectedRequest, "Not a name of this host",
            "The Host header names something else. Use localhost or 127.0.0.1, or add the name to Helm:Security:AllowedHosts.");
}
