using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Helm.Domains.Cloud.Wire;

/// <summary>
/// The one client over the SDK's pipeline, for all services: credentials, signatures, retries and clock correction are
/// the SDK's, the bytes are ours.
/// </summary>
internal sealed class AwsClient : AmazonServiceClient
{
    private readonly AwsMarshaller _marshaller;

    public AwsClient(AWSCredentials credentials, AwsClientConfig config, AwsClientParts parts)
        : base(credentials, config)
    {
        _marshaller = new AwsMarshaller(config.Address);
        RuntimePipeline.ReplaceHandler<RetryHandler>(
            new RetryHandler(new AwsRetryPolicy(config, parts.Time, parts.RetryPause)));
        RuntimePipeline.AddHandlerAfter<RetryHandler>(
            new AttemptHandler(parts.Account, config.AuthenticationRegion, parts.Limiter, parts.Statistics));
    }

    /// <summary>Sends a call and reads its answer.</summary>
    /// <exception cref="CloudException">The call failed; its kind says what to do.</exception>
    /// <exception cref="OperationCanceledException">The caller wished to stop.</exception>
    public async Task<T> SendAsync<T>(AwsCall call, Func<AwsReply, T> read, CancellationToken cancellation)
    {
        call.Read = reply => read(reply);
        var options = new InvokeOptions
        {
            RequestMarshaller = _marshaller,
            ResponseUnmarshaller = new AwsUnmarshaller(call),
        };
        try
        {
            var response = await InvokeAsync<AwsResponse>(call, options, cancellation);
            return (T)response.Value!;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            throw CloudFaults.Describe(call, fault);
        }
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.AddHandlerAfter<Marshaller>(new SignatureChoice());

    /// <summary>Every service here signs with SigV4.</summary>
    private sealed class SignatureChoice : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
            AuthSchemeOption.DEFAULT_SIGV4;
    }
}

/// <summary>What all clients of one account share.</summary>
internal sealed record AwsClientParts(
    string Account, ApiLimiter Limiter, CallStatistics Statistics, TimeProvider Time, TimeSpan RetryPause);
