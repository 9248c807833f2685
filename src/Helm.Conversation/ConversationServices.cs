using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Conversation.Notices;
using Helm.Conversation.Turns;
using Helm.Operations.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helm.Conversation;

/// <summary>Registers how people reach Helm; keeping conversations is the storage's part.</summary>
public static class ConversationServices
{
    public static IServiceCollection AddConversation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ConversationOptions>().Bind(configuration.GetSection("Helm:Conversation"))
            .ValidateDataAnnotations()
            .Validate(options => IsThere(options.Dialogs), "Helm:Conversation:Dialogs names no folder that exists; the dialogs are in dialogs/en.")
            .Validate(options => IsThere(options.Intents), "Helm:Conversation:Intents names no folder that exists; the intents are in intents/en.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);

        return services.AddLanguage().AddDirection().AddTurns();
    }

    private static bool IsThere(string folder) => Directory.Exists(ConversationOptions.Resolve(folder));

    private static IServiceCollection AddLanguage(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => Table(provider.GetRequiredService<IOptions<ConversationOptions>>().Value, provider.GetService<CalledBy>()));

        return services.AddSingleton<DialogLibrary>()
            .AddSingleton<NoticeLibrary>()
            .AddSingleton<IWording>(provider => provider.GetRequiredService<NoticeLibrary>());
    }

    private static IntentTable Table(ConversationOptions options, CalledBy? called) =>
        IntentTable.Load(ConversationOptions.Resolve(options.Intents), options.Models is { Length: > 0 } models ? models : null, called?.Phrase);

    private static IServiceCollection AddDirection(this IServiceCollection services) => services
        .AddSingleton<IIntentRules, TableRules>()
        .AddSingleton<KnownNames>()
        .AddSingleton<Abilities>()
        .AddSingleton<Director>()
        .AddHandlers();

    private static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<IUnderstanding, TableUnderstanding>()
        .AddSingleton<IVocabularySource, LiveVocabulary>()
        .AddSingleton<Conversant>()
        .AddSingleton<Replies>()
        .AddSingleton(provider => new Assistant(
            provider.GetRequiredService<IConversationStore>(),
            provider.GetRequiredService<Conversant>(),
            provider.GetRequiredService<Director>(),
            provider.GetRequiredService<Replies>(),
            provider.GetRequiredService<ILogger<Assistant>>()));
}
