using Helm.Conversation.Dialogs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Helm.Conversation.Tests.Direction;

/// <summary>The real dialogs, read once for all tests: compiling every template takes most of a second.</summary>
internal static class SharedWording
{
    public static DialogLibrary Library { get; } =
        new(Options.Create(new ConversationOptions()), World.Environments, TimeProvider.System, NullLogger<DialogLibrary>.Instance);
}
