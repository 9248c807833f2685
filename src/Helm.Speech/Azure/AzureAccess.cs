using System.Net.Http.Headers;
using Helm.Operations.Settings;
using Helm.Speech.Engines;

namespace Helm.Speech.Azure;

/// <summary>The way to Azure Speech that all its engines share: addresses, the key or a token for it, and whether it is open.</summary>
internal sealed class AzureAccess(AzureSpeechOptions options, TimeProvider time) : IDisposable
{
    private const string KeyHeader = "Ocp-Apim-Subscription-Key";
    private const string BearerScheme = "Bearer";

    // A token lives ten minutes; the new one is there before that.
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(9);

    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly SemaphoreSlim _renewing = new(1);
    private (string Text, long At)? _token;

    public AzureSpeechOptions Options => options;

    public AzureEndpoints Endpoints { get; } = new(options);

    public TimeProvider Time => time;

    /// <summary>The header that says who asks; null where nobody is asked, as by containers.</summary>
    /// <exception cref="SpeechEngineException">The key cannot be had, or no token for it.</exception>
    public async Task<(string Name, string Value)?> CredentialAsync(CancellationToken cancellation) =>
        Key() is not { } key ? null
        : options.UseToken ? ("Authorization", $"{BearerScheme} {await TokenAsync(key, cancellation)}")
        : (KeyHeader, key);

    /// <summary>Sends a request with the credential; only the head of the answer is waited for.</summary>
    /// <exception cref="SpeechEngineException">It was refused or got no answer; the message says what to do.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (await CredentialAsync(cancellation) is { } credential)
        {
            request.Headers.TryAddWithoutValidation(credential.Name, credential.Value);
        }

        return await SendPlainAsync(request, cancellation);
    }

    /// <summary>Exchanges the key for a token, whether or not there is one: the cheapest question that needs the right key.</summary>
    /// <exception cref="SpeechEngineException">It was refused or got no answer; the message says what to do.</exception>
    public async Task TryKeyAsync(CancellationToken cancellation)
    {
        if (Key() is { } key)
        {
            await IssueAsync(key, cancellation);
        }
    }

    /// <summary>Asks a container whether it is ready.</summary>
    /// <exception cref="SpeechEngineException">It is not; the message says what to do.</exception>
    public async Task TryContainerAsync(string host, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AzureEndpoints.Ready(host));
        using var answer = await SendPlainAsync(request, cancellation);
    }

    public void Dispose()
    {
        _http.Dispose();
        _renewing.Dispose();
    }

    private string? Key()
    {
        try
        {
            return string.IsNullOrWhiteSpace(options.Key) ? null : SecretReference.Resolve(options.Key);
        }
        catch (InvalidOperationException missing)
        {
            throw new SpeechEngineException(missing.Message);
        }
    }

    private async Task<string> TokenAsync(string key, CancellationToken cancellation)
    {
        await _renewing.WaitAsync(cancellation);
        try
        {
            if (_token is not { } token || time.GetElapsedTime(token.At) >= TokenLife)
            {
                var now = time.GetTimestamp();
                _token = token = (await IssueAsync(key, cancellation), now);
            }

            return token.Text;
        }
        finally
        {
            _renewing.Release();
        }
    }

    private async Task<string> IssueAsync(string key, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoints.Token) { Content = new ByteArrayContent([]) };
        request.Headers.TryAddWithoutValidation(KeyHeader, key);
        using var answer = await SendPlainAsync(request, cancellation);
        return await answer.Content.ReadAsStringAsync(cancellation);
    }

    private async Task<HttpResponseMessage> SendPlainAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Helm", "1.0"));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.Patience);
        try
        {
            var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (answer.IsSuccessStatusCode)
            {
                return answer;
            }

            using (answer)
            {
                throw AzureRefusal.Of(answer.StatusCode, AzureRefusal.RetryAfter(answer.Headers));
            }
        }
        catch (HttpRequestException unreachable)
        {
            throw unreachable.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.Unknown
                ? AzureRefusal.Dropped()
                : AzureRefusal.Unreachable(request.RequestUri!, unreachable.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw AzureRefusal.Silent(options.Patience);
        }
    }
}
