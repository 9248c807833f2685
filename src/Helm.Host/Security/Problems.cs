namespace Helm.Host.Security;

/// <summary>Errors as problem details (RFC 9457): what happened, why, and what to do.</summary>
internal static class Problems
{
    public static IResult Of(int status, string title, string detail, IDictionary<string, object?>? more = null) =>
        Results.Problem(detail, statusCode: status, title: title, extensions: more);

    public static Task WriteAsync(HttpContext http, int status, string title, string detail) =>
        Of(status, title, detail).ExecuteAsync(http);
}
