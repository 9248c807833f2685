using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Operations.Environments;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Overviews;
using Helm.Operations.People;
using Helm.Operations.Registration;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Helm.Conversation.Tests.Direction;

/// <summary>A director with all handlers over what a test lets Helm know, and the real wording.</summary>
internal sealed class Desk : IDisposable
{
    private readonly ServiceProvider _services;

    public Desk(Overview overview, Action<IServiceCollection>? more = null)
    {
        Operations = new Operations(overview);
        var time = Substitute.For<TimeProvider>();
        time.GetUtcNow().Returns(Example.Now);
        time.TimestampFrequency.Returns(TimeSpan.TicksPerSecond);
        time.GetTimestamp().Returns(_ => Stopwatch);
        var services = new ServiceCollection().AddLogging().AddOptions();
        services.AddSingleton(time);
        services.AddSingleton<IOverviewReader>(Operations).AddSingleton<IIssueReader>(Operations).AddSingleton<IDeploymentReader>(Operations);
        services.AddSingleton(Operations.Environments).AddSingleton(Operations.Domains);
        services.AddSingleton<IIntentRules>(Rules);
        services.AddSingleton<KnownNames>().AddSingleton<Abilities>().AddSingleton<Director>().AddSingleton<DialogLibrary>();
        services.Configure<DialogOptions>(options => options.Dialogs = DialogFolder);
        services.AddHandlers();
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public static string DialogFolder { get; } = Path.Combine(AppContext.BaseDirectory, "dialogs", "en");

    public static Person Owner { get; } = Person.LocalOwner;

    public Operations Operations { get; }

    public FixedRules Rules { get; } = new();

    public long Stopwatch { get; set; }

    public DialogLibrary Library => _services.GetRequiredService<DialogLibrary>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static Command Command(string intent, params (string Key, object Value)[] entities) =>
        new(intent, entities.ToDictionary(entity => entity.Key, entity => entity.Value));

    public Task<Answer> RunAsync(string intent, params (string Key, object Value)[] entities) =>
        RunAsync(Command(intent, entities), Owner, TurnContext.Empty);

    public Task<Answer> RunAsync(Command command, Person person, TurnContext context) =>
        _services.GetRequiredService<Director>().RunAsync(command, person, context, TestContext.Current.CancellationToken);

    public async Task<WordedAnswer> HearAsync(string intent, params (string Key, object Value)[] entities) =>
        Library.Word(await RunAsync(intent, entities));

    public void Dispose() => _services.Dispose();
}

/// <summary>Rules as in the intent table, as far as a test needs them.</summary>
internal sealed class FixedRules : IIntentRules
{
    public IntentRule? Find(string intent) => intent switch
    {
        IntentNames.Remediate => new(Role.Operator, true, []),
        IntentNames.Investigate => new(Role.Viewer, false, [Slots.IssueId]),
        _ => new(Role.Viewer, false, []),
    };
}
