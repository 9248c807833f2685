using System.Data;
using System.Data.Common;
using Helm.Conversation.Turns;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Conversations;

/// <summary>Keeps conversations: one statement to load and one to save, since every turn pays for both.</summary>
internal sealed class ConversationStore(DbSource source, TimeProvider time) : IConversationStore
{
    private const string Load = "SELECT version, document FROM conversations WHERE id = @id";

    private const string Save =
        """
        INSERT INTO conversations (id, version, document, updated_at) VALUES (@id, @before + 1, @document, @now)
        ON CONFLICT (id) DO UPDATE
        SET version = excluded.version, document = excluded.document, updated_at = excluded.updated_at
        WHERE conversations.version = @before
        """;

    public async Task<ConversationState> LoadAsync(string conversationId, CancellationToken cancellation)
    {
        await using var db = source.Open();
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Load;
        Add(command, "@id", conversationId);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellation);
        return await reader.ReadAsync(cancellation)
            ? ConversationJson.Read(reader.GetString(1)) with { ConversationId = conversationId, Version = reader.GetInt32(0) }
            : new() { ConversationId = conversationId };
    }

    public async Task<bool> SaveAsync(ConversationState state, CancellationToken cancellation)
    {
        var document = ConversationJson.Write(state);
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Save;
        Add(command, "@id", state.ConversationId);
        Add(command, "@before", state.Version);
        Add(command, "@document", document);
        Add(command, "@now", time.GetUtcNow().UtcDateTime);
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
