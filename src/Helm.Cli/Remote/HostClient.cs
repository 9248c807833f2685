using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Helm.Cli.Remote;

/// <summary>Talks to a running host over its HTTP API, as the owner of its token file.</summary>
internal sealed class HostClient : IDisposable
{
    private readonly HttpClient _http;

    public HostClient(Uri address, string? token = null)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(2),
        };
        if (token is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public Uri Address => _http.BaseAddress!;

    /// <summary>True when a host answers and is alive.</summary>
    public async Task<bool> IsAliveAsync(CancellationToken cancellation)
    {
        try
        {
            using var response = await _http.GetAsync("healthz", cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The body as it came.</summary>
    public async Task<string> GetTextAsync(string path, CancellationToken cancellation)
    {
        using var response = await SendAsync(() => _http.GetAsync(path, cancellation));
        return await response.Content.ReadAsStringAsync(cancellation);
    }

    /// <summary>Sends a document and reads the one that comes back.</summary>
    public async Task<JsonElement> PostAsync(string path, object document, CancellationToken cancellation)
    {
        using var response = await SendAsync(() => _http.PostAsJsonAsync(path, document, cancellation));
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
    }

    public async Task<JsonElement> AskAsync(string text, string conversation, string channel, CancellationToken cancellation)
    {
        using var response = await SendAsync(
            () => _http.PostAsJsonAsync("api/ask", new { text, conversation, channel }, cancellation));
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    public async Task<JsonElement> GetJsonAsync(string path, CancellationToken cancellation)
    {
        using var response = await SendAsync(() => _http.GetAsync(path, cancellation));
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    public async Task DeleteAsync(string path, CancellationToken cancellation)
    {
        using var response = await SendAsync(() => _http.DeleteAsync(path, cancellation));
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            var response = await send();
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                throw new CommandFailedException(await ReasonAsync(response));
            }
        }
        catch (HttpRequestException problem)
        {
            throw new CommandFailedException(
                $"No Helm answers at {Address} ({problem.Message}). Start one with 'heyhelm demo' or 'heyhelm serve', or name another with --url.");
        }
    }

    /// <summary>The host's own words where it sent problem details.</summary>
    private async Task<string> ReasonAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        try
        {
            var problem = JsonDocument.Parse(body).RootElement;
            return problem.TryGetProperty("detail", out var detail) ? detail.GetString()! : problem.GetProperty("title").GetString()!;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"{Address} answered {(int)response.StatusCode} {response.ReasonPhrase}.";
        }
    }
}
