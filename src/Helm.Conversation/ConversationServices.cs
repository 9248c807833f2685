using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Conversation.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Helm.Conversation;

/// <summary>Registers how people reach Helm; keeping conversations is the storage's part.</summary>
public static class ConversationServices
{
    public static IServiceCollection AddConversation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DialogOptions>().Bind(configuration.GetSection("Helm:Conversation"))
            .ValidateDataAnnotations()
            .Validate(options => Directory.Exists(options.Resolve()), "Helm:Conversation:Dialogs names no folder that exists.")
            .ValidateOnStart();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DialogLibrary>();
        services.AddSingleton<KnownNames>().AddSingleton<Abilities>().AddSingleton<Director>().AddHandlers();
        services.AddSingleton<IVocabularySource, LiveVocabulary>();
        services.AddSingleton<Conversant>().AddSingleton<Replies>();

        return services.AddSingleton(provider => new Assistant(
            provider.GetRequiredService<IConversationStore>(),
            provider.GetRequiredService<Conversant>(),
            provider.GetRequiredService<Director>(),
            provider.GetRequiredService<Replies>(),
            provider.GetRequiredService<ILogger<Assistant>>()));
    }
}
