using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Helm.Domains.Cloud.Wire;

/// <summary>
/// Reads are asked again after every passing fault. A change is sent again only when AWS said that it did not take it
/// (throttled); after a reset, a timeout or a 5xx it may have happened, and whoever asked has to look before acting.
/// </summary>
internal sealed class AwsRetryPolicy : StandardRetryPolicy
{
    public const int Retries = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private readonly TimeProvider _time;
    private readonly TimeSpan _pause;

    public AwsRetryPolicy(IClientConfig config, TimeProvider time, TimeSpan pause)
        : base(config)
    {
        _time = time;
        _pause = pause;
        foreach (var code in AwsErrors.Throttles)
        {
            ThrottlingErrorCodes.Add(code);
        }
    }

    public override Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) =>
        Task.FromResult(RetryForException(executionContext, exception));

    public override bool RetryForException(IExecutionContext executionContext, Exception exception) =>
        !executionContext.RequestContext.CancellationToken.IsCancellationRequested
        && (IsThrottlingError(exception)
            || (executionContext.RequestContext.OriginalRequest is AwsCall { Mutates: false } && Passing(exception)));

    public override bool IsThrottlingError(Exception exception) =>
        exception is AmazonServiceException { ErrorCode: { } code } && AwsErrors.Throttles.Contains(code);

    // A proxy's 429 or 5xx may carry no code of AWS.
    private static bool Passing(Exception exception) => exception switch
    {
        AmazonServiceException { ErrorCode: "RequestTimeout" or "RequestTimeoutException" } => true,
        AmazonServiceException service => (int)service.StatusCode is >= 500 or 429,
        IOException or HttpRequestException or TimeoutException => true,
        OperationCanceledException => true, // the SDK's time limit: the caller's own wish to stop is seen above
        _ => exception.InnerException is { } inner && Passing(inner),
    };

    public override async Task WaitBeforeRetryAsync(IExecutionContext executionContext)
    {
        var request = executionContext.RequestContext;
        var pause = _pause * (1 << Math.Min(request.Retries, 10)) * (0.5 + (Random.Shared.NextDouble() / 2));
        await Task.Delay(pause < Longest ? pause : Longest, _time, request.CancellationToken);
    }
}
