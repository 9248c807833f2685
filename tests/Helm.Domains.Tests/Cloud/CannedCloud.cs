using System.Net;
using System.Text;
using Amazon;
using Amazon.Runtime;
using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Tests.Cloud;

/// <summary>Answers every request as the test says, without a network.</summary>
internal sealed class CannedCloud(Func<HttpRequestMessage, string, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly List<(Uri Address, string Authorization, string Body)> _requests = [];

    public IReadOnlyList<(Uri Address, string Authorization, string Body)> Requests => _requests;

    public static HttpResponseMessage Say(string body, HttpStatusCode status = HttpStatusCode.OK, params (string, string)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8) };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    public CloudConnection Connect(string region = "us-east-1")
    {
        var transport = new CloudTransport(null, new Factory(this)) { RetryPause = TimeSpan.FromMilliseconds(1) };
        var parts = new AwsClientParts(
            "123456789012", new ApiLimiter(false, TimeProvider.System), new CallStatistics(), TimeProvider.System, transport.RetryPause);
        return new(new BasicAWSCredentials("AKID", "secret"), RegionEndpoint.GetBySystemName(region), transport, parts);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        request.Headers.NonValidated.TryGetValues("Authorization", out var authorization);
        lock (_requests)
        {
            _requests.Add((request.RequestUri!, authorization.ToString(), body));
        }

        return answer(request, body);
    }

    private sealed class Factory(CannedCloud cloud) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(cloud, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
