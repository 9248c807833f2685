using System.Net;
using System.Net.Http.Headers;

namespace Helm.Host.Security;

/// <summary>What programs on this machine may read without a token, others may read with it.</summary>
internal sealed class OutsideGate(RequestDelegate next, TokenFile token)
{
    private static readonly string[] ForThisMachine = ["/metrics", "/readyz", "/openapi"];

    public Task InvokeAsync(HttpContext http) =>
        IsLocal(http.Connection.RemoteIpAddress) || !ForThisMachine.Any(path => http.Request.Path.StartsWithSegments(path)) || HasToken(http.Request)
            ? next(http)
            : Problems.WriteAsync(http, StatusCodes.Status401Unauthorized, "Token needed", "From another machine this takes the owner's token as Authorization: Bearer.");

    private static bool IsLocal(IPAddress? peer) => peer is null || IPAddress.IsLoopback(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer);

    private bool HasToken(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && header is { Scheme: "Bearer", Parameter: { } secret }
        && token.Matches(secret);
}
