using System.Diagnostics;

namespace Helm.Host.Security;

/// <summary>Whatever goes wrong is told in the same form; the inside of Helm stays in its log.</summary>
internal sealed partial class FailureAnswers(RequestDelegate next, ILogger<FailureAnswers> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var correlation = Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("N");
        using var scope = log.BeginScope(new Dictionary<string, object> { ["CorrelationId"] = correlation });
        http.Response.Headers["X-Correlation-Id"] = correlation;
        try
        {
            await next(http);
            await ExplainAsync(http);
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            await Problems.WriteAsync(http, refused.StatusCode, "Bad request", Reason(refused.StatusCode));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            LogFailed(failure, http.Request.Method, http.Request.Path);
            await Problems.WriteAsync(
                http, StatusCodes.Status500InternalServerError, "Helm failed",
                $"Something failed inside Helm; nothing is known to have changed. Its log has the reason under {correlation}.");
        }
    }

    /// <summary>Routing answers with a bare status.</summary>
    private static Task ExplainAsync(HttpContext http) =>
        http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null }
            ? Problems.WriteAsync(http, http.Response.StatusCode, Title(http.Response.StatusCode), Reason(http.Response.StatusCode))
            : Task.CompletedTask;

    private static string Title(int status) => status switch
    {
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status405MethodNotAllowed => "Method not allowed",
        _ => "Bad request",
    };

    private static string Reason(int status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address. /openapi/v1.json lists what there is.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take this method. /openapi/v1.json lists what there is.",
        StatusCodes.Status413PayloadTooLarge => "The body is larger than 256 kB. Send less at once.",
        _ => "The request is not proper HTTP, or ended early. Send it again.",
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void LogFailed(Exception failure, string method, string path);
}
