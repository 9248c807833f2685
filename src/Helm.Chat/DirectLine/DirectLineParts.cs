using Helm.Operations.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helm.Chat.DirectLine;

/// <summary>What the door is made of; <see cref="IGuests"/> and <see cref="ITickets"/> come from whoever signs people in.</summary>
public static class DirectLineParts
{
    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<DirectLineOptions>, DirectLineOptionsCheck>();
        services.AddOptions<DirectLineOptions>().Bind(configuration.GetSection(DirectLineOptions.Section)).ValidateOnStart();
        return services.AddParts();
    }

    private static IServiceCollection AddParts(this IServiceCollection services) => services
        .AddSingleton<Passes>().AddSingleton<Transcript>().AddSingleton<LineStream>()
        .AddSingleton<DirectLineInbox>().AddSingleton<DirectLineTurns>().AddSingleton<LineDesk>()
        .AddHostedService(provider => provider.GetRequiredService<DirectLineTurns>())
        .AddHostedService<AbandonedDirectLineMessages>()
        .AddHostedService<OldTalk>()
        .AddSingleton<IDeliveryChannel, WebDelivery>();
}
