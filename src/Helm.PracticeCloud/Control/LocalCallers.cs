using System.Net;

namespace Helm.PracticeCloud.Control;

/// <summary>Admits callers on this machine that name it by a local name: a web page elsewhere can do neither.</summary>
internal static class LocalCallers
{
    public static ValueTask<object?> Admit(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var request = invocation.HttpContext.Request;
        if (!IPAddress.IsLoopback(invocation.HttpContext.Connection.RemoteIpAddress ?? IPAddress.None)
            || request.Host.Host is not ("127.0.0.1" or "localhost" or "[::1]")
            || request.Headers.Origin.Count > 0)
        {
            return Refused(StatusCodes.Status403Forbidden, "The control door is for programs on this machine; call it as 127.0.0.1 or localhost.");
        }

        return request.ContentLength is > 0 && !request.HasJsonContentType()
            ? Refused(StatusCodes.Status415UnsupportedMediaType, "The control door takes application/json.")
            : next(invocation);
    }

    private static ValueTask<object?> Refused(int status, string reason) =>
        ValueTask.FromResult<object?>(Results.Json(new { error = reason }, statusCode: status));
}
