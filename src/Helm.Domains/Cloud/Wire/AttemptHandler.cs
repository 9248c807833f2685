using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Helm.Domains.Cloud.Wire;

/// <summary>Sits inside the retries: every attempt waits for its turn at the documented rate and is counted.</summary>
internal sealed class AttemptHandler(string account, string region, ApiLimiter limiter, CallStatistics statistics)
    : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var request = executionContext.RequestContext;
        if (request.OriginalRequest is AwsCall call)
        {
            await limiter.WaitAsync(account, region, call.Service.Name, call.Operation, request.CancellationToken);
            statistics.Count(call.Service.Name, call.Operation);
        }

        return await base.InvokeAsync<T>(executionContext);
    }
}
