using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Operations.Overviews;
using Helm.Operations.People;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Conversation.Tests.Direction;

/// <summary>A director with all handlers over what a test lets Helm know, and the real wording.</summary>
internal sealed class Desk : IDisposable
{
    private readonly ServiceProvider _services;

    public Desk(Overview overview, Action<IServiceCollection>? more = null)
    {
        Operations = new World(overview);
        var services = Operations.AddTo(new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock))
            .AddConversation(new ConfigurationBuilder().Build())
            .AddSingleton<IIntentRules>(new FixedRules())
            .AddSingleton(SharedWording.Library);
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public World Operations { get; }

    public Clock Clock { get; } = new(Example.Now);

    public DialogLibrary Library { get; } = SharedWording.Library;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static Command Command(string intent, params (string Key, object Value)[] entities) =>
        new(intent, entities.ToDictionary(entity => entity.Key, entity => entity.Value));

    public Task<Answer> RunAsync(string intent, params (string Key, object Value)[] entities) =>
        RunAsync(Command(intent, entities), Person.LocalOwner, TurnContext.Empty);

    public Task<Answer> RunAsync(Command command, Person person, TurnContext context) =>
        Get<Director>().RunAsync(command, person, context, TestContext.Current.CancellationToken);

    public async Task<WordedAnswer> HearAsync(string intent, params (string Key, object Value)[] entities) =>
        Library.Word(await RunAsync(intent, entities));

    public void Dispose() => _services.Dispose();
}
