using Helm.Operations.Delivery;

namespace Helm.Host.Api;

/// <summary><c>GET /api/news</c>: what Helm told a conversation over HTTP of its own accord.</summary>
internal static class NewsEndpoint
{
    private const int Latest = 500;

    public static void MapNews(this IEndpointRouteBuilder questions) =>
        questions.MapGet("/news", ReadAsync)
            .WithName("News").WithSummary("What Helm has to tell a conversation by itself, the oldest first; after says from where on.").WithTags("Questions")
            .Produces<NewsList>();

    private static async Task<IResult> ReadAsync(string? conversation, string? after, IOutboxStore outbox, IWording wording, CancellationToken cancellation)
    {
        var told = (await outbox.ListAsync(OutboxState.Delivered, Latest, cancellation))
            .Where(one => one.Message.Channel == KeptNews.Channel && one.Message.Address == (conversation ?? "default"))
            .OrderBy(one => one.AddedAt).ThenBy(one => one.Message.Key, StringComparer.Ordinal).ToList();
        var seen = after is null ? -1 : told.FindIndex(one => one.Message.Key == after);
        return ApiJson.Document(new NewsList([.. told.Skip(seen + 1).Select(one => Of(one, wording.Word(one.Message)))]));
    }

    private static NewsItem Of(KeptMessage kept, WordedMessage worded) =>
        new(kept.Message.Key, kept.Message.Kind, kept.AddedAt, worded.Text, worded.Speech);
}

/// <summary>News of a conversation.</summary>
internal sealed record NewsList(IReadOnlyList<NewsItem> News);

/// <summary>Something that was told.</summary>
/// <param name="Key">For <c>after</c>.</param>
internal sealed record NewsItem(string Key, string Kind, DateTimeOffset At, string Text, string Speech);
