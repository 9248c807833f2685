using System.Globalization;
using System.Text;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Faults;
using Helm.PracticeCloud.Identity;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Endpoint;

/// <summary>Writes answers, errors and their spoiled forms to the wire.</summary>
internal sealed class Reply(HttpContext context, PracticeClock clock)
{
    private const string Html = "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>";

    private AwsService? _service;

    public string RequestId { get; } = Guid.NewGuid().ToString();

    public WireProtocol Protocol { get; private set; }

    public void Speaks(AwsService? service, WireProtocol protocol) => (_service, Protocol) = (service, protocol);

    public async Task DelayAsync(IReadOnlyList<FaultRule> hits)
    {
        foreach (var hit in hits.Where(hit => hit.Kind == FaultKind.Latency))
        {
            await Task.Delay(hit.DelayMs ?? 0, context.RequestAborted);
        }
    }

    /// <summary>True when the fault answered in the operation's place.</summary>
    public async Task<bool> SpoilBeforeAsync(FaultRule fault, AwsService service)
    {
        switch (fault.Kind)
        {
            case FaultKind.Throttle:
                await ErrorAsync(new AwsErrorException(ThrottleCode(service), "Rate exceeded", service.Throttle.Status));
                return true;
            case FaultKind.Error500:
                await ErrorAsync(new AwsErrorException(Protocol == WireProtocol.RestJson ? "ServiceException" : "InternalFailure", "The request processing has failed because of an unknown error, exception or failure.", 500));
                return true;
            case FaultKind.Error503:
                await ErrorAsync(new AwsErrorException("ServiceUnavailable", "The request has failed due to a temporary failure of the server.", 503));
                return true;
            case FaultKind.Html:
                await WriteAsync(502, "text/html", Encoding.ASCII.GetBytes(Html), whole: true);
                return true;
            case FaultKind.Skew:
                context.Response.Headers.Date = clock.Now.AddSeconds(fault.SkewSeconds).ToString("R", CultureInfo.InvariantCulture);
                await ErrorAsync(IdentityErrors.Skewed(Protocol, "Signature expired: the request time is now earlier than the service's time less 5 min."));
                return true;
            case FaultKind.Reset when !fault.After:
                context.Abort();
                return true;
            default:
                return false;
        }
    }

    public async Task AnswerAsync(AwsCall call, AnswerWriter answer, FaultRule? fault)
    {
        if (fault is { Kind: FaultKind.Reset })
        {
            context.Abort();
            return;
        }

        foreach (var (name, value) in call.Headers)
        {
            context.Response.Headers[name] = value;
        }

        var empty = call.Status == StatusCodes.Status204NoContent || context.Request.Method == "HEAD";
        await WriteAsync(call.Status, answer.ContentType, empty ? default : answer.Buffer.WrittenMemory, whole: fault?.Kind != FaultKind.Truncated);
    }

    public async Task ErrorAsync(AwsErrorException error)
    {
        using var answer = Answers.Error(Protocol, error, _service, RequestId);
        if (Protocol is WireProtocol.RestJson)
        {
            context.Response.Headers["x-amzn-ErrorType"] = error.Code;
        }
        else if (Protocol is WireProtocol.Json && _service?.XmlNamespace.Length > 0)
        {
            // A service that moved from Query to JSON still tells the code by which its clients knew the error.
            context.Response.Headers["x-amzn-query-error"] = $"{error.Code};{(error.Status >= 500 ? "Receiver" : "Sender")}";
        }

        await WriteAsync(error.Status, answer.ContentType, context.Request.Method == "HEAD" ? default : answer.Buffer.WrittenMemory, whole: true);
    }

    private string ThrottleCode(AwsService service) =>
        Protocol == WireProtocol.Query ? "Throttling" : service.Throttle.Code;

    private async Task WriteAsync(int status, string contentType, ReadOnlyMemory<byte> body, bool whole)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.Headers["x-amzn-RequestId"] = RequestId;
        if (response.Headers.Date.Count == 0)
        {
            response.Headers.Date = clock.Now.ToString("R", CultureInfo.InvariantCulture);
        }

        if (body.Length == 0)
        {
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = body.Length;
        if (whole)
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
            return;
        }

        await response.Body.WriteAsync(body[..(body.Length / 2)], context.RequestAborted);
        await response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }
}
