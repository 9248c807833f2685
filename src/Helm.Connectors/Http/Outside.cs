using System.Net;
using Helm.Operations.Delivery;

namespace Helm.Connectors.Http;

/// <summary>How outside systems are spoken to, and what their answers mean.</summary>
internal static class Outside
{
    /// <summary>The named client: no redirects, because secrets go along; no cookies.</summary>
    public const string Client = "helm-connectors";

    private const int MostQuoted = 300;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public static bool IsBusy(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500;

    /// <summary>Delivered, later, or never; nothing of the request is quoted, because it may hold secrets.</summary>
    public static async Task<DeliveryOutcome> OutcomeAsync(HttpResponseMessage response, TimeProvider time, string? reference, CancellationToken cancellation)
    {
        if (response.IsSuccessStatusCode)
        {
            return new DeliveryOutcome.Delivered(reference);
        }

        var reason = await ReasonAsync(response, cancellation);
        return IsBusy(response.StatusCode)
            ? new DeliveryOutcome.RetryAfter(reason, Wait(response, time))
            : new DeliveryOutcome.Refused(reason);
    }

    public static async Task<string> ReasonAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsStringAsync(cancellation);
        var quoted = new string([.. body.Take(MostQuoted).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
        return $"{response.RequestMessage?.RequestUri?.Host} answered {(int)response.StatusCode} {response.ReasonPhrase}: {quoted}";
    }

    /// <summary>As long as the other side asks for, within reason; null when it does not say.</summary>
    public static TimeSpan? Wait(HttpResponseMessage response, TimeProvider time)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return asked is { } wait && wait > TimeSpan.Zero ? (wait < LongestWait ? wait : LongestWait) : null;
    }
}
